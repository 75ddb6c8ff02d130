// @covers BunRequest.cookies
import { listen } from "../../client.ts";
import { reply } from "../files/_reply.ts";

// When a change still counts.
let kept: any;
const server = Bun.serve({
  ...listen(),
  development: false,
  routes: {
    "/after-await": async (request: any) => {
      await new Promise((resolve) => setImmediate(resolve));
      request.cookies.set("awaited", "1");
      return new Response("x");
    },
    "/after-response": (request: any) => {
      const response = new Response("x");
      request.cookies.set("behind", "1");
      return response;
    },
    "/kept": (request: any) => {
      kept = request.cookies;
      kept.set("kept", "1");
      return new Response("x");
    },
    "/other": (request: any) => {
      kept.set("foreign", "1");
      return new Response(JSON.stringify([...request.cookies]));
    },
    "/clone": (request: any) => {
      request.clone().cookies.set("of-clone", "1");
      return new Response("x");
    },
    "/clone-after": (request: any) => {
      request.cookies.set("a", "1");
      const copy = request.clone();
      copy.cookies.set("b", "2");
      return new Response(JSON.stringify([...copy.cookies]));
    },
    "/headers": (request: any) => {
      const response = new Response("x");
      request.cookies.set("c", "1");
      response.headers.append("Set-Cookie", "d=2");
      return new Response(response.body, response);
    },
    "/field-changed": (request: any) => {
      request.headers.set("cookie", "changed=1");
      return new Response(JSON.stringify([...request.cookies]));
    },
    "/in-error": (request: any) => {
      request.cookies.set("before-throw", "1");
      throw Object.assign(new Error("x"), { request });
    },
  },
  fetch: () => new Response("fetch"),
  error: (error: any) => {
    error.request?.cookies.set("in-error", "1");
    return new Response("error", { status: 500 });
  },
});
for (const path of ["after-await", "after-response", "kept", "other", "kept", "clone", "clone-after", "headers", "field-changed", "in-error"])
  await reply(server, "GET", `/${path}`, { Cookie: "given=0" });
await server.stop(true);
