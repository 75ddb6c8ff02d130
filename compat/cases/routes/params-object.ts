// @covers BunRequest.params
import { brief, listen } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  routes: {
    "/:b/:a": (req: any) => {
      const params = req.params;
      const { a, b } = params;
      params.a = "changed";
      params.c = "added";
      return Response.json({ a, b, keys: Object.keys(params), same: req.params === params, changed: req.params.a, has: "hasOwnProperty" in params, tag: Object.prototype.toString.call(params), missing: String(params.zzz) });
    },
    "/": (req: any) => Response.json({ params: req.params, keys: Object.keys(req.params ?? {}) }),
    "/copy/:id/x": (req: any) => Response.json({ cloned: req.clone().params ?? "none", copied: (new Request(req) as any).params ?? "none" }),
    "/proto/:__proto__/:constructor": (req: any) => Response.json(Object.keys(req.params)),
  },
});
for (const path of ["/x/y", "/", "/copy/5/x", "/proto/a/b"]) await brief(server, "GET", path);
await server.stop(true);
