// @covers Serve.Options.routes
import { brief, listen } from "../../client.ts";

class Api {
  secret = "own";
  one(this: unknown, ...given: any[]) {
    return new Response(`${given.length} ${given[0]?.constructor?.name} ${given[1] === server} ${this === undefined} ${typeof this}`);
  }
  GET = function (this: any, ...given: any[]) {
    return new Response(`GET ${given.length} ${given[1] === server} ${this === server} ${typeof this}`);
  };
}
const api = new Api();
const server: any = Bun.serve({
  ...listen(),
  routes: {
    "/method": api.one,
    "/bound": api.one.bind({}),
    "/instance": api as any,
    "/function": function (this: any) {
      return new Response(`${arguments.length} ${this === server} ${this === undefined}`);
    } as any,
    "/per-method": {
      POST(this: any) {
        return new Response(`${arguments.length} ${this === server} ${this === undefined}`);
      },
    } as any,
    "/two-same": (request: Request) => new Response(String(request instanceof Request)),
    "/class": class Refused {} as any,
    "/async": async () => new Response("async"),
    "/generator": function* () {
      yield "x";
    } as any,
  },
  fetch: function (this: any) {
    return new Response(`fetch ${arguments.length} ${this === server}`);
  },
  error: (error: any) => new Response(error.name, { status: 500 }),
});
for (const path of ["/method", "/bound", "/instance", "/function", "/two-same", "/async", "/nope"]) await brief(server, "GET", path);
await brief(server, "POST", "/per-method", { "Content-Length": "0" });
await brief(server, "GET", "/class");
await server.stop(true);
