// @covers BunFile
import { attempt } from "../../client.ts";
import { folder, put } from "../files/_reply.ts";

const made = folder();
const path = put(`${made}/f.txt`);
const large = put(`${made}/large`, "x".repeat(1_000_000));
const all = async (stream: ReadableStream<Uint8Array>) => {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of stream as any) text += decoder.decode(piece, { stream: true });
  return text;
};
await attempt("whole", () => all(Bun.file(path).stream()));
await attempt("slice", () => all(Bun.file(path).slice(2, 5).stream()));
await attempt("slice of slice", () => all(Bun.file(path).slice(2, 8).slice(1, 3).stream()));
await attempt("beyond the end", () => all(Bun.file(path).slice(8, 20).stream()));
await attempt("empty slice", async () => JSON.stringify(await all(Bun.file(path).slice(3, 3).stream())));
await attempt("empty", async () => JSON.stringify(await all(Bun.file(put(`${made}/empty`, "")).stream())));
await attempt("large", async () => String((await all(Bun.file(large).stream())).length));
await attempt("twice", async () => {
  const file = Bun.file(path);
  return `${await all(file.stream())} ${await all(file.stream())} ${await file.text()}`;
});
await attempt("at once", async () => {
  const file = Bun.file(large);
  const lengths = await Promise.all([all(file.stream()), all(file.stream()), file.text(), file.slice(0, 10).text()]);
  return lengths.map((text) => text.length).join();
});
await attempt("cancelled", async () => {
  const stream = Bun.file(large).stream();
  const reader = stream.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return `${(value?.length ?? 0) > 0} ${(await reader.read()).done}`;
});
await attempt("tee", async () => {
  const [one, two] = Bun.file(path).stream().tee();
  return `${await all(one)} ${await all(two)}`;
});
await attempt("through", () => all(Bun.file(path).stream().pipeThrough(new TransformStream({ transform: (piece, to) => (to.enqueue(piece), to.enqueue(piece)) }))));
await attempt("response", () => new Response(Bun.file(path).stream()).text());
await attempt("missing", async () => {
  try {
    return await all(Bun.file(`${made}/nope`).stream());
  } catch (error: any) {
    return `throws ${error.code}`;
  }
});
await attempt("locked", () => {
  const file = Bun.file(path);
  const stream = file.stream();
  stream.getReader();
  return String([stream.locked, file.stream().locked]);
});
await attempt("text stream", async () => {
  let text = "";
  for await (const piece of Bun.file(path).stream().pipeThrough(new TextDecoderStream() as any) as any) text += piece;
  return text;
});
