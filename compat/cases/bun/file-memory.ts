// @covers Bun.file
import { unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { enterFolder } from "./_folder.ts";
import { attempt, print } from "./_print.ts";

enterFolder();
{
  const file = Bun.file("a");
  print("before", [await file.exists(), file.size]);
  writeFileSync("a", "abc");
  print("after", [await file.exists(), await file.text(), file.size]);
}
{
  const file = Bun.file("b");
  await attempt("read before", () => file.text());
  writeFileSync("b", "abc");
  print("read after", [await file.text(), file.size, await file.exists()]);
  writeFileSync("b", "abcdef");
  print("grown", [await file.text(), file.size]);
  writeFileSync("b", "ab");
  print("shrunk", [await file.text(), file.size]);
}
{
  writeFileSync("c", "abc");
  const file = Bun.file("c");
  print("once", await file.text());
  writeFileSync("c", "abcdef");
  print("twice", [await file.text(), file.size]);
}
{
  writeFileSync("d", "abc");
  const file = Bun.file("d");
  print("there", await file.exists());
  unlinkSync("d");
  print("gone", [await file.exists(), file.size]);
  await attempt("gone", () => file.text());
}
{
  writeFileSync("e", "abc");
  utimesSync("e", 1000, 1000);
  const file = Bun.file("e");
  print("time", file.lastModified);
  utimesSync("e", 2000, 2000);
  print("time", [file.lastModified, await file.text(), file.lastModified]);
}
