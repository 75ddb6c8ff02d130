// @covers Response.clone
// Copies of a Response whose body somebody looked at, and streams of nothing: frameworks make replies anew from them.
import { exchange, listen } from "../../client.ts";

const look = (response: Response): Response => {
  void response.body;
  return response;
};
const kept = new Response("kept", { headers: { "x-kept": "1" } });
const replies: Record<string, () => Response | Promise<Response>> = {
  text: () => look(new Response("x")).clone(),
  original: () => {
    const response = look(new Response("x"));
    response.clone();
    return response;
  },
  twice: () => look(look(new Response("x")).clone()).clone(),
  anew: () => {
    const copy = look(kept).clone();
    return new Response(copy.body, copy);
  },
  bytes: () => look(new Response(new Uint8Array(2))).clone(),
  blob: () => look(new Response(new Blob(["x"], { type: "a/b" }))).clone(),
  json: () => look(Response.json({ a: 1 })).clone(),
  stream: () => look(new Response(new ReadableStream({ start: (c) => (c.enqueue("u"), c.close()) }))).clone(),
  both: async () => {
    const response = look(new Response("x"));
    const copy = response.clone();
    return new Response((await response.text()) + (await copy.text()));
  },
  states: () => {
    const response = new Response("x");
    const { body } = response;
    const copy = response.clone();
    const states = [body?.locked, response.body === body, copy.body === body, response.bodyUsed, copy.bodyUsed];
    return new Response(states.join());
  },
  "empty text": () => new Response(new Response("").body),
  "looked at empty text": () => look(new Response("")),
  "no bytes": () => new Response(new Response(new Uint8Array(0)).body),
  "empty blob": () => new Response(new Blob([], { type: "a/b" }).stream()),
  "empty with a field": () => new Response(new Response("").body, { headers: { "x-a": "1" } }),
  request: () => {
    const request = new Request("http://h/", { method: "POST", body: "abc" });
    void request.body;
    return new Response(request.clone().body);
  },
};
const server = Bun.serve({
  ...listen(),
  fetch: (request) => replies[decodeURIComponent(new URL(request.url).pathname.slice(1))]?.() ?? new Response("?"),
});
for (const name of Object.keys(replies)) {
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${encodeURIComponent(name)}`);
}
server.stop(true);
