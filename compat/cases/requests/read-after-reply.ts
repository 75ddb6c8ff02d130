// @covers Request.url, Request.headers, BunRequest.cookies
// What was asked for in time stays; what was not can be had while microtasks and ticks of the handler run, and for
// ever where the handler had to wait.
import { listen, raw } from "../../client.ts";

const shown = (request: any) => [request.method, request.url.replace(/:\d+/, ""), request.headers.get("x"), [...request.headers].length, request.params?.way, request.cookies?.get("q")].join(" ");
const soon = () => new Promise<void>((resolve) => setImmediate(resolve));
let told: (line: string) => void = () => {};
const tell = (request: any) => told(shown(request));
const ways: Record<string, (request: any) => any> = {
  microtask: (request) => { Promise.resolve().then(() => tell(request)); return new Response("x"); },
  chain: (request) => { Promise.resolve().then(() => {}).then(() => {}).then(() => tell(request)); return new Response("x"); },
  tick: (request) => { process.nextTick(() => tell(request)); return new Response("x"); },
  touched: (request) => { request.headers; request.url; request.cookies; setImmediate(() => tell(request)); return new Response("x"); },
  read: (request) => { request.headers.get("y"); request.url; request.cookies; setTimeout(() => tell(request), 5); return new Response("x"); },
  cloned: (request) => { const copy = request.clone(); setImmediate(() => tell(copy)); return new Response("x"); },
  awaited: async (request) => { await soon(); setImmediate(() => tell(request)); return new Response("x"); },
  failed: (request) => { Promise.resolve().then(() => tell(request)); throw new Error("E"); },
  streamed: (request) => new Response(new ReadableStream({ async pull(controller) { await soon(); controller.enqueue("x"); controller.close(); setTimeout(() => tell(request), 5); } })),
};
const server = Bun.serve({
  ...listen(),
  development: false,
  routes: { "/routed/:way": (request: any) => ways[request.params.way]?.(request) },
  fetch: (request) => ways[request.method === "PUT" ? "touched" : "microtask"]?.(request),
  error: () => new Response("failed"),
});
for (const way of Object.keys(ways)) {
  const line = new Promise<string>((resolve) => { told = resolve; });
  const reply = await raw(server, `GET /routed/${way}?a=b HTTP/1.1\r\nHost: h\r\nX: y\r\nCookie: q=w\r\n\r\n`);
  console.log(way, reply.slice(9, 12), await line);
}
for (const method of ["GET", "PUT"]) {
  const line = new Promise<string>((resolve) => { told = resolve; });
  await raw(server, `${method} /p HTTP/1.1\r\nHost: h\r\nX: y\r\n\r\n`);
  console.log(method, await line);
}
await server.stop(true);
