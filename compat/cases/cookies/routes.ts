// @covers BunRequest.cookies
import { exchange, listen } from "../../client.ts";
import { folder, put } from "../files/_reply.ts";

const file = put(`${folder()}/a.txt`, "file");
const server = Bun.serve({
  ...listen(),
  development: false,
  routes: {
    "/exact": (req) => {
      req.cookies.set("exact", "1");
      return new Response("x");
    },
    "/missing-file": (req) => {
      req.cookies.set("a", "1");
      return new Response(Bun.file("/nowhere/at/all"));
    },
    "/file": (req) => {
      req.cookies.set("a", "1");
      return new Response(await_(file));
    },
    "/fetch-response": async (req) => {
      req.cookies.set("a", "1");
      return fetch(new URL("/plain", server.url));
    },
    "/plain": new Response("plain", { headers: { "set-cookie": "own=1" } }),
    "/delete-unknown": (req) => {
      req.cookies.delete("unknown");
      return new Response("x");
    },
    "/same-twice": (req) => {
      req.cookies.set("a", "1");
      req.cookies.set("a", "2");
      return new Response("x");
    },
    "/both": (req) => {
      req.cookies.set("a", "1");
      return new Response("x", { headers: { "set-cookie": "a=own" } });
    },
    "/*": (req) => {
      req.cookies.set("rest", new URL(req.url).pathname);
      return new Response("x");
    },
  },
  error: (error: any) => new Response(String(error.code), { status: 500 }),
});
function await_(path: string) {
  return Bun.file(path);
}
for (const path of [
  "/exact",
  "/missing-file",
  "/delete-unknown",
  "/same-twice",
  "/both",
  "/other/path",
  "/plain",
])
  await exchange(server, "GET", path);
const reply = await fetch(new URL("/fetch-response", server.url));
console.log(reply.status, JSON.stringify(reply.headers.getSetCookie()), await reply.text());
const sent = await fetch(new URL("/file", server.url));
console.log(sent.status, JSON.stringify(sent.headers.getSetCookie()), await sent.text());
await server.stop(true);
