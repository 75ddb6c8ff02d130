// @covers Serve.Options.routes
import { listen } from "../../client.ts";
import { folder, put, reply } from "../files/_reply.ts";

const made = folder();
const file = put(`${made}/f.txt`);
const said = (name: string) => (request: Request) => new Response(`${name} ${request.method}`);
const server = Bun.serve({
  ...listen(),
  development: false,
  routes: {
    "/handler": said("handler"),
    "/static": new Response("static"),
    "/file": Bun.file(file),
    "/file-response": new Response(Bun.file(file), { headers: { "X-A": "b" } }),
    "/directory/*": { dir: made },
    "/none": false,
    "/get": { GET: said("get") },
    "/get-static": { GET: new Response("get static") },
    "/get-file": { GET: new Response(Bun.file(file)) },
    "/head": { HEAD: said("head") },
    "/head-static": { HEAD: new Response("head static") },
    "/both": { GET: said("get"), HEAD: said("head") },
    "/options": { OPTIONS: new Response(null, { status: 204, headers: { Allow: "GET" } }), GET: said("get") },
    "/post": { POST: said("post"), PUT: new Response("put") },
    "/redirect": Response.redirect("/elsewhere", 308),
  },
  fetch: (request) => new Response(`fetch ${request.method}`),
});
for (const path of [
  "/handler", "/static", "/file", "/file-response", "/directory/f.txt", "/directory/nope", "/none", "/get", "/get-static", "/get-file",
  "/head", "/head-static", "/both", "/options", "/post", "/redirect",
]) {
  for (const method of ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
    await reply(server, method, path, method === "GET" || method === "HEAD" ? {} : { "Content-Length": "0" });
}
await server.stop(true);
