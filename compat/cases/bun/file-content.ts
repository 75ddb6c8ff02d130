// @covers Bun.file
import { writeFileSync } from "node:fs";
import { enterFolder } from "./_folder.ts";
import { attempt, print } from "./_print.ts";

enterFolder();
writeFileSync("a.txt", "hello wörld");
writeFileSync("a.json", '{"a":[1,2]}');
writeFileSync("bom.txt", "\ufeffhi");
writeFileSync("form.txt", "a=1&b=2");
writeFileSync("broken.txt", Buffer.from([0x61, 0xff, 0x62]));
const file = Bun.file("a.txt");
await attempt("text", () => file.text());
await attempt("bytes", () => file.bytes());
await attempt("arrayBuffer", () => file.arrayBuffer());
await attempt("json", () => Bun.file("a.json").json());
await attempt("bad json", () => file.json());
await attempt("byte order mark", () => Bun.file("bom.txt").text());
await attempt("broken UTF-8", () => Bun.file("broken.txt").text());
await attempt("form", async () => [...(await Bun.file("form.txt", { type: "application/x-www-form-urlencoded" }).formData())]);
await attempt("no form", () => file.formData());
await attempt("stream", async () => {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.stream()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
});
await attempt("response", () => new Response(file).text());
print("kind", [file instanceof Blob, file.constructor === Blob, String(file), JSON.stringify(file), Object.keys(file).length]);
