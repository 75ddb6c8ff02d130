// @covers BunRequest.params
import { brief, listen } from "../../client.ts";

const facts = (request: any) => [request.params ?? null, typeof request.cookies, request.constructor.name, Object.prototype.toString.call(request)];
const server = Bun.serve({
  ...listen(),
  routes: {
    "/clone/:id": (request: any) => Response.json(facts(request.clone())),
    "/new/:id": (request: any) => Response.json(facts(new Request(request))),
    "/changed/:id": (request: any) => {
      request.params.id = "changed";
      request.params.added = "added";
      return Response.json([request.params, request.clone().params ?? null]);
    },
    "/same/:id": (request: any) => Response.json([request.params === request.params, request.cookies === request.cookies]),
    "/assign/:id": (request: any) => {
      "use strict";
      try {
        request.params = { id: "mine" };
        return Response.json(["assigned", request.params]);
      } catch (error: any) {
        return Response.json([error.name]);
      }
    },
    "/in/:id": (request: any) =>
      Response.json(["params" in request, "cookies" in request, Object.keys(request), Object.hasOwn(request, "params"), "id" in request.params]),
    "/later/:id": async (request: any) => {
      await new Promise((resolve) => setImmediate(resolve));
      await 1;
      return Response.json(request.params);
    },
    "/frozen/:id": (request: any) => Response.json([Object.isFrozen(request.params), Object.isExtensible(request.params)]),
    "/exact": (request: any) => Response.json(facts(request)),
    "/star/*": (request: any) => Response.json(facts(request)),
  },
  fetch: (request: any) => Response.json(["fetch", request.params ?? null, typeof request.cookies]),
});
for (const path of ["/clone/1", "/new/1", "/changed/1", "/same/1", "/assign/1", "/in/1", "/later/a%2Fb", "/frozen/1", "/exact", "/star/x", "/nope"])
  await brief(server, "GET", path);
await server.stop(true);
