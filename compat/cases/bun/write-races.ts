// @covers Bun.write
import { readFileSync } from "node:fs";
import { attempt } from "../../client.ts";
import { folder } from "../files/_reply.ts";

const made = folder();
await attempt("to many files", async () => {
  const written = await Promise.all(Array.from({ length: 50 }, (_, i) => Bun.write(`${made}/many/${i}/file`, String(i).repeat(i))));
  const right = written.every((length, i) => length === String(i).repeat(i).length && readFileSync(`${made}/many/${i}/file`, "utf8").length === length);
  return `${written.length} ${right}`;
});
await attempt("of one length to one file", async () => {
  const path = `${made}/one`;
  await Promise.all(Array.from({ length: 20 }, (_, i) => Bun.write(path, String.fromCharCode(65 + i).repeat(1000))));
  const text = readFileSync(path, "utf8");
  return `${text.length} ${new Set(text).size}`;
});
await attempt("one after the other", async () => {
  const path = `${made}/order`;
  for (const length of [10_000, 10, 0, 500_000, 3]) {
    await Bun.write(path, "x".repeat(length));
    if ((await Bun.file(path).text()).length !== length || Bun.file(path).size !== length) return `wrong at ${length}`;
  }
  return "right";
});
await attempt("read while written", async () => {
  const path = `${made}/read`;
  await Bun.write(path, "a".repeat(1000));
  const [, text] = await Promise.all([Bun.write(path, "b".repeat(1000)), Bun.file(path).text()]);
  return String(["a".repeat(1000), "b".repeat(1000)].includes(text));
});
await attempt("copies", async () => {
  const path = `${made}/copy`;
  await Bun.write(path, "x".repeat(300_000));
  const lengths = await Promise.all(Array.from({ length: 10 }, (_, i) => Bun.write(`${path}-${i}`, Bun.file(path))));
  return lengths.join();
});
await attempt("onto itself through a handle", async () => {
  const file = Bun.file(`${made}/handle`);
  await file.write("first");
  await file.write("2");
  return `${await file.text()} ${await Bun.file(`${made}/handle`).exists()}`;
});
await attempt("delete while read", async () => {
  const file = Bun.file(`${made}/gone`);
  await file.write("x".repeat(1_000_000));
  const reading = file.text();
  const length = (await reading).length;
  await file.delete();
  return `${length} ${await file.exists()}`;
});
