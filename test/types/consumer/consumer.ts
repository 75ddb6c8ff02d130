// A project that has never heard of Bun's types: the declarations must stand alone.
import Bun, { type BunRequest, Cookie, CookieMap, file, type Server, serve } from "bunshim";

const server: Server = serve({
  port: 0,
  routes: {
    "/users/:id": (request) => {
      const id: string = request.params.id;
      // @ts-expect-error the path has no such parameter
      request.params.name;
      return new Response(id);
    },
    "/orgs/:org/repos/:repo": {
      GET: (request: BunRequest<"/orgs/:org/repos/:repo">) => Response.json(request.params.repo),
      // @ts-expect-error Bun knows no such method
      FETCH: () => new Response(""),
    },
    "/static": new Response("static"),
    "/file": file("./file.txt"),
    "/files/*": { dir: "./public", statCache: false },
    // @ts-expect-error a directory is named by text
    "/wrong/*": { dir: 5 },
    "/cookies/:name": (request) => {
      const value: string | null = request.cookies.get(request.params.name);
      request.cookies.set("seen", "1", { maxAge: 60, sameSite: "strict" });
      // @ts-expect-error no such value
      request.cookies.set("seen", "1", { sameSite: "sometimes" });
      request.cookies.delete({ name: "old", path: "/" });
      return new Response(value);
    },
    "/any/*": (request) => {
      // @ts-expect-error a wildcard has no name
      request.params.rest;
      return new Response(request.clone().url);
    },
    "/off": false,
    // @ts-expect-error a route leads to no number
    "/number": 5,
  },
  fetch(request, server) {
    return new Response(`${request.url} ${server.port} ${this.id}`);
  },
  error(error) {
    return new Response(error.message, { status: 500 });
  },
});

const port: number | undefined = server.port;
const stopped: Promise<void> = server.stop(true);
const url: URL = Bun.serve({ fetch: () => new Response("x") }).url;
// @ts-expect-error neither routes nor fetch can be a number
serve({ fetch: 5 });

const cookie = new Cookie("name", "value", { expires: new Date(0), httpOnly: true });
cookie.path = "/admin";
// @ts-expect-error a cookie keeps its name
cookie.name = "other";
const fields: string[] = new CookieMap("a=b").toSetCookieHeaders();
for (const [name, value] of new CookieMap({ a: "b" })) fields.push(name + value);
const orgRequest = (request: BunRequest<"/orgs/:orgId">): string => request.params.orgId;
// @ts-expect-error the path has no such parameter
const wrongRequest = (request: BunRequest<"/orgs/:orgId">): string => request.params.repoId;

export { cookie, fields, orgRequest, port, stopped, url, wrongRequest };
