// @covers FileSink
import { readFileSync } from "node:fs";
import { attempt } from "../../client.ts";
import { folder } from "../files/_reply.ts";

const made = folder();
let count = 0;
const fresh = () => `${made}/sink-${count++}`;
const text = (path: string) => readFileSync(path, "utf8");
await attempt("kinds of pieces", async () => {
  const path = fresh();
  const sink = Bun.file(path).writer();
  sink.write("text ");
  sink.write(new TextEncoder().encode("bytes "));
  sink.write(new TextEncoder().encode("buffer ").buffer);
  sink.write(Buffer.from("node ").subarray(1));
  sink.write(new DataView(new TextEncoder().encode("view").buffer, 1, 2));
  sink.write("");
  sink.write("ü€😀");
  await sink.end();
  return text(path);
});
await attempt("bad pieces", async () => {
  const path = fresh();
  const sink: any = Bun.file(path).writer();
  const seen: string[] = [];
  for (const piece of [null, undefined, 1, {}, [], new Blob(["x"]), Symbol("x")]) {
    try {
      sink.write(piece);
      seen.push("taken");
    } catch (error: any) {
      seen.push(error.name);
    }
  }
  await sink.end();
  return `${seen} ${text(path)}`;
});
await attempt("after the end", async () => {
  const path = fresh();
  const sink = Bun.file(path).writer();
  sink.write("before");
  await sink.end();
  let late: unknown;
  try {
    late = await sink.write("after");
  } catch (error: any) {
    late = error.name;
  }
  await sink.end();
  return `${text(path)} ${typeof late}`;
});
await attempt("flush", async () => {
  const path = fresh();
  const sink = Bun.file(path).writer();
  sink.write("flushed");
  await sink.flush();
  const between = text(path);
  sink.write(" more");
  await sink.end();
  return `${between} | ${text(path)}`;
});
await attempt("many small ones", async () => {
  const path = fresh();
  const sink = Bun.file(path).writer({ highWaterMark: 1024 });
  for (let i = 0; i < 5000; i++) sink.write(`${i},`);
  await sink.end();
  const all = text(path);
  return `${all.length} ${all.startsWith("0,1,2,")} ${all.endsWith("4998,4999,")}`;
});
await attempt("one large one", async () => {
  const path = fresh();
  const sink = Bun.file(path).writer();
  sink.write("x".repeat(3_000_000));
  await sink.end();
  return String(text(path).length);
});
await attempt("over an existing file", async () => {
  const path = fresh();
  await Bun.write(path, "0123456789");
  const sink = Bun.file(path).writer();
  sink.write("ab");
  await sink.end();
  return text(path);
});
await attempt("two sinks", async () => {
  const path = fresh();
  const one = Bun.file(path).writer();
  one.write("one");
  await one.end();
  const two = Bun.file(path).writer();
  two.write("2");
  await two.end();
  return text(path);
});
await attempt("nothing written", async () => {
  const path = fresh();
  await Bun.file(path).writer().end();
  return JSON.stringify(text(path));
});
await attempt("members", () => {
  const sink: any = Bun.file(fresh()).writer();
  const members = ["write", "flush", "end", "start", "ref", "unref"].map((name) => `${name} ${typeof sink[name]}`);
  sink.end();
  return members.join();
});
