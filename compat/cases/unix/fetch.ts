// @covers fetch
import { attempt } from "../../client.ts";

const unix = `${process.cwd()}/app.sock`;
const server = Bun.serve({
  unix,
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === "/redirect") return Response.redirect("/elsewhere", 302);
    if (pathname === "/empty") return new Response(null, { status: 204 });
    if (pathname === "/missing") return new Response("nothing", { status: 404, headers: { "X-A": "b" } });
    if (pathname === "/zip") {
      return new Response(Bun.gzipSync("zipped"), { headers: { "Content-Encoding": "gzip" } });
    }
    if (pathname === "/slow") await Bun.sleep(1000);
    return Response.json([
      request.method,
      request.url,
      await request.text(),
      request.headers.get("content-length"),
    ]);
  },
});
const over = (path: string, init: object = {}) =>
  fetch(`http://localhost${path}`, { unix, ...init } as RequestInit);
await attempt("get", async () => {
  const reply = await over("/a?b");
  return [reply.status, reply.statusText, reply.url, reply.redirected, reply.ok, await reply.json()];
});
await attempt("post", async () => (await over("/", { method: "POST", body: "text" })).json());
await attempt("bytes", async () =>
  (await over("/", { method: "PUT", body: new Uint8Array([65, 66]) })).json(),
);
await attempt("parameters", async () =>
  (await over("/", { method: "POST", body: new URLSearchParams({ a: "b" }) })).json(),
);
await attempt("a stream", async () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("one "));
      controller.enqueue(new TextEncoder().encode("two"));
      controller.close();
    },
  });
  return (await over("/", { method: "POST", body, duplex: "half" })).json();
});
await attempt("a Request", async () =>
  (await fetch(new Request("http://localhost/r", { method: "POST", body: "x" }), { unix } as any)).json(),
);
await attempt("head", async () => [(await over("/", { method: "HEAD" })).status]);
await attempt("empty", async () => [(await over("/empty")).status, (await over("/empty")).body]);
await attempt("missing", async () => {
  const reply = await over("/missing");
  return [reply.status, reply.ok, reply.headers.get("x-a"), await reply.text()];
});
await attempt("zip", async () => (await over("/zip")).text());
await attempt("redirect by hand", async () => {
  const reply = await over("/redirect", { redirect: "manual" });
  return [reply.status, reply.headers.get("location")];
});
await attempt("redirect refused", () => over("/redirect", { redirect: "error" }));
await attempt("aborted", async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new RangeError("mine")), 20);
  return over("/slow", { signal: controller.signal });
});
await attempt("no socket", () => fetch("http://localhost/", { unix: "/no/such.sock" } as any));
server.stop(true);
process.exit(0);
