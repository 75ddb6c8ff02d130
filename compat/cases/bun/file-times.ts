// @covers BunFile
import { utimesSync } from "node:fs";
import { attempt } from "../../client.ts";
import { folder, put } from "../files/_reply.ts";

const made = folder();
const path = put(`${made}/f.txt`);
const file = Bun.file(path);
await attempt("first", () => String(file.lastModified));
await attempt("fraction", () => {
  utimesSync(path, 1000.9999, 1000.9999);
  return String([file.lastModified, Bun.file(path).lastModified]);
});
await attempt("before 1970", () => {
  utimesSync(path, -10, -10);
  return String(Bun.file(path).lastModified <= 0);
});
await attempt("stat", async () => {
  utimesSync(path, 2000, 2000);
  const stats = await Bun.file(path).stat();
  return String([stats.mtimeMs, stats.size, stats.isFile(), stats.isDirectory(), stats.mtime instanceof Date]);
});
await attempt("slice", () => String(Bun.file(path).slice(1, 2).lastModified));
await attempt("sizes", async () => {
  const early = Bun.file(path);
  const late = Bun.file(path);
  const before = early.size;
  put(path, "longer than it was");
  return String([before, early.size, late.size, (await early.text()).length, (await late.text()).length]);
});
await attempt("missing", async () => {
  const none = Bun.file(`${made}/nope`);
  return String([none.size, await none.exists(), none.name?.replace(made, ""), none.type]);
});
await attempt("appears", async () => {
  const none = Bun.file(`${made}/appears`);
  const before = [none.size, await none.exists()];
  put(`${made}/appears`, "here");
  return String([before, none.size, await none.exists(), await none.text()]);
});
await attempt("goes", async () => {
  const gone = Bun.file(path);
  const { size } = gone;
  await gone.delete();
  const code = await gone.text().catch((error: any) => error.code);
  return String([size > 0, gone.size === size, await gone.exists(), code]);
});
await attempt("directory", async () => {
  const folder = Bun.file(made);
  return String([await folder.exists(), await folder.text().catch((error: any) => error.code), (await folder.stat()).isDirectory()]);
});
