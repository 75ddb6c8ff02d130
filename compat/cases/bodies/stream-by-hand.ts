// @covers Request.body
// The reader of a request's stream, its lock, and what is left for others.
import { attempt, brief, listen } from "../../client.ts";
const server = Bun.serve({ ...listen(), development: false, async fetch(req: Request) {
  const { body } = req;
  console.log(body instanceof ReadableStream, req.body === body, req.bodyUsed);
  const reader = body!.getReader();
  console.log(body!.locked, req.bodyUsed);
  const first = await reader.read();
  console.log(first.done, first.value instanceof Uint8Array, new TextDecoder().decode(first.value), req.bodyUsed);
  console.log((await reader.read()).done);
  await attempt("text", () => req.text());
  reader.releaseLock();
  await attempt("json", () => req.json());
  return new Response("done");
} });
await brief(server, "POST", "/", {}, "content");
await server.stop(true);
