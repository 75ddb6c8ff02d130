// @covers Serve.Options.routes
import { brief, listen } from "../../client.ts";
const all = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"];
const routes = {
  "/get": { GET: (req: Request) => new Response(`GET handler for ${req.method}`) },
  "/post": { POST: () => new Response("POST handler") },
  "/head": { HEAD: () => new Response("HEAD handler", { headers: { "x-head": "own" } }) },
  "/all": Object.fromEntries(all.map((method) => [method, () => new Response(`${method} handler`)])),
  "/any": (req: Request) => new Response(`any ${req.method}`),
  "/static": new Response("static"),
  "/staticGet": { GET: new Response("static GET") },
};
for (const fetch of [(req: Request) => new Response(`fallback ${req.method}`), undefined]) {
  const server = Bun.serve({ ...listen(), routes, fetch } as any);
  console.log("fallback", typeof fetch);
  for (const path of Object.keys(routes)) for (const method of all) await brief(server, method, path);
  for (const method of ["TRACE", "PURGE"]) await brief(server, method, "/any");
  await server.stop(true);
}
