// @covers Bun.file
import { enterFolder } from "./_folder.ts";
import { print } from "./_print.ts";

enterFolder();
print("file", Bun.inspect(Bun.file("a.txt")));
print("descriptor", Bun.inspect(Bun.file(1)));
print("slice", Bun.inspect(Bun.file("a.txt").slice(3)));
print("type", Bun.inspect(Bun.file("a.txt", { type: "x/y" })));
const file = Bun.file("a.txt");
file.name = "other";
print("name", [file.name, Bun.inspect(file)]);
