// @covers BunRequest.cookies
// What the microtasks and ticks of a handler change after it returned still counts.
import { exchange, listen } from "../../client.ts";

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));
const server = Bun.serve({
  ...listen(),
  routes: {
    "/microtask": (request: any) => {
      request.cookies.set("seen", "0");
      queueMicrotask(() => request.cookies.set("late", "1"));
      return new Response("x");
    },
    "/chain": (request: any) => {
      request.cookies.get("given");
      Promise.resolve().then(() => Promise.resolve()).then(() => {}).then(() => request.cookies.set("late", "1"));
      return new Response("x");
    },
    "/tick": (request: any) => {
      request.cookies.get("given");
      process.nextTick(() => request.cookies.set("late", "1"));
      return new Response("x");
    },
    "/object": (request: any) => {
      const cookie = new Bun.Cookie("a", "1");
      request.cookies.set(cookie);
      queueMicrotask(() => {
        cookie.value = "2";
        cookie.path = "/late";
      });
      return new Response("x");
    },
    "/deleted": (request: any) => {
      request.cookies.set("a", "1");
      queueMicrotask(() => request.cookies.delete("a"));
      return new Response("x");
    },
    "/too-late": (request: any) => {
      request.cookies.set("a", "1");
      setImmediate(() => request.cookies.set("b", "1"));
      return new Response("x");
    },
    "/async": async (request: any) => {
      await 1;
      queueMicrotask(() => request.cookies.set("late", "1"));
      return new Response("x");
    },
    "/async-later": async (request: any) => {
      await soon();
      request.cookies.set("a", "1");
      queueMicrotask(() => request.cookies.set("late", "1"));
      return new Response("x");
    },
    "/file": (request: any) => {
      request.cookies.set("a", "1");
      queueMicrotask(() => request.cookies.set("late", "1"));
      return new Response(new Blob(["blob"], { type: "x/y" }), { status: 201, headers: { "X-A": "1" } });
    },
  },
  fetch: () => new Response("fetch"),
});
for (const path of ["microtask", "chain", "tick", "object", "deleted", "too-late", "async", "async-later", "file"]) {
  await exchange(server, "GET", `/${path}`, { Cookie: "given=0" });
  await soon();
}
await exchange(server, "HEAD", "/microtask");
await server.stop(true);
