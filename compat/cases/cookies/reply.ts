// @covers BunRequest.cookies
import { exchange, listen } from "../../client.ts";

const set = (respond: () => Response | Promise<Response>) => (req: any) => {
  req.cookies.set("t", "1");
  return respond();
};
const pause = () => new Promise((resolve) => setTimeout(resolve, 2));
let untouched: Response | undefined;
const server = Bun.serve({
  ...listen(),
  development: false,
  routes: {
    "/several": (req: any) => {
      req.cookies.set("a", "1");
      req.cookies.set("b", "2", { httpOnly: true });
      req.cookies.delete("c");
      return new Response("x", { headers: { "X-A": "1", "cache-control": "no-store" } });
    },
    "/own": (req: any) => {
      req.cookies.set("a", "1");
      return new Response("x", {
        headers: [
          ["set-cookie", "own=1"],
          ["x-b", "2"],
          ["set-cookie", "own2=1"],
        ],
      });
    },
    "/after-reply": (req: any) => {
      const { cookies } = req;
      setTimeout(() => cookies.set("late", "1"), 5);
      return new Response("x");
    },
    "/async": async (req: any) => {
      const { cookies } = req;
      await pause();
      cookies.set("as", "1");
      return new Response("x");
    },
    "/async-read": async (req: any) => {
      await pause();
      req.cookies.set("as", req.cookies.get("q") ?? "none");
      return new Response("x");
    },
    "/throw": (req: any) => {
      req.cookies.set("t", "1");
      throw new Error("boom");
    },
    "/reject": async (req: any) => {
      req.cookies.set("t", "1");
      await pause();
      throw new Error("boom");
    },
    "/json": set(() => Response.json({})),
    "/redirect": set(() => Response.redirect("/x")),
    "/stream": set(
      () =>
        new Response(
          new ReadableStream({
            async pull(controller) {
              await pause();
              controller.enqueue("x");
              controller.close();
            },
          }),
        ),
    ),
    "/204": set(() => new Response(null, { status: 204 })),
    "/304": set(() => new Response(null, { status: 304 })),
    "/empty": set(() => new Response()),
    "/bytes": set(() => new Response(new Uint8Array([65]))),
    "/blob": set(() => new Response(new Blob(["x"], { type: "a/b" }))),
    "/p/:id": (req: any) => {
      req.cookies.set("t", req.params.id);
      return new Response("x");
    },
    "/w/*": (req: any) => {
      req.cookies.set("t", "w");
      return new Response("x");
    },
    "/method": {
      GET: (req: any) => {
        req.cookies.set("m", "1");
        return new Response("x");
      },
    },
    "/set-then-delete": (req: any) => {
      req.cookies.set("n", "1");
      req.cookies.set("m", "1");
      req.cookies.delete("n");
      return new Response("x");
    },
    "/cookie-object": (req: any) => {
      const cookie = new Bun.Cookie("e", "é ü; =", { domain: "x.y", maxAge: 5 });
      req.cookies.set(cookie);
      cookie.secure = true;
      return new Response("x");
    },
    "/response-untouched": (req: any) => {
      req.cookies.set("u", "1");
      untouched = new Response("x");
      return untouched;
    },
    "/read-only": (req: any) => new Response(req.cookies.get("q")),
    "/static": new Response("static"),
  },
  error: (error) => new Response(`error ${error.message}`),
});
for (const path of [
  "/several",
  "/own",
  "/after-reply",
  "/async",
  "/async-read",
  "/throw",
  "/reject",
  "/json",
  "/redirect",
  "/stream",
  "/204",
  "/304",
  "/empty",
  "/bytes",
  "/blob",
  "/p/5%20x",
  "/w/z",
  "/method",
  "/set-then-delete",
  "/cookie-object",
  "/response-untouched",
  "/read-only",
  "/static",
])
  await exchange(server, "GET", path, { Cookie: "q=7" });
console.log("headers", JSON.stringify(untouched?.headers));
await exchange(server, "HEAD", "/several");
await exchange(server, "POST", "/several", {}, "body");
await server.stop(true);
