// @covers BunRequest.cookies
import { listen } from "../../client.ts";
import { folder, put, reply } from "../files/_reply.ts";

const made = folder();
const file = put(`${made}/f.txt`);
const kept = new Response("kept");
const change = (make: (request: any) => any) => (request: any) => {
  request.cookies.set("c", "v");
  request.cookies.delete("old");
  return make(request);
};
const server = Bun.serve({
  ...listen(),
  development: false,
  routes: {
    "/text": change(() => new Response("x")),
    "/json": change(() => Response.json({ a: 1 })),
    "/redirect": change(() => Response.redirect("/x", 303)),
    "/204": change(() => new Response(null, { status: 204 })),
    "/304": change(() => new Response(null, { status: 304 })),
    "/404": change(() => new Response("nf", { status: 404 })),
    "/file": change(() => new Response(Bun.file(file))),
    "/slice": change(() => new Response(Bun.file(file).slice(1, 3))),
    "/missing": change(() => new Response(Bun.file(`${made}/nope`))),
    "/blob": change(() => new Response(new Blob(["b"], { type: "t/x" }))),
    "/stream": change(() => new Response(new ReadableStream({ start: (c) => (c.enqueue("s"), c.close()) }))),
    "/own": change(() => new Response("x", { headers: [["Set-Cookie", "own=1"], ["X-A", "b"], ["Set-Cookie", "c=own"]] })),
    "/kept": change(() => kept),
    "/clone": change(() => kept.clone()),
    "/async": change(async () => {
      await 1;
      return new Response("async");
    }),
    "/throws": change(() => {
      throw new Error("x");
    }),
    "/nothing": change(() => undefined),
    "/error": change(() => Response.error()),
    "/method": { POST: change(() => new Response("post")) },
    "/read": (request: any) => new Response(JSON.stringify([...request.cookies])),
  },
  fetch: () => new Response("fetch"),
  error: (error: any) => new Response(`error ${error.code ?? error.name}`, { status: 500 }),
});
for (const name of ["text", "json", "redirect", "204", "304", "404", "file", "slice", "missing", "blob", "stream", "own", "kept", "kept", "clone", "async", "throws", "nothing", "error", "read"]) {
  await reply(server, "GET", `/${name}`, { Cookie: "old=1; other=2" });
  if (name !== "missing") await reply(server, "HEAD", `/${name}`, { Cookie: "old=1" });
}
await reply(server, "GET", "/file", { Range: "bytes=1-2" });
await reply(server, "GET", "/file", { Range: "bytes=99-" });
await reply(server, "POST", "/method", { "Content-Length": "0" });
await server.stop(true);
