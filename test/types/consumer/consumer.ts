// A project that has never heard of Bun's types: the declarations must stand alone.
import Bun, { type BunRequest, file, type Server, serve } from "bunshim";

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

export { port, stopped, url };
