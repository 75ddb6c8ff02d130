// @covers Serve.Options.routes
import { brief, listen } from "../../client.ts";
const say = (text: string) => (req: any) => new Response(`${text} ${JSON.stringify(req.params)}`);
const server = Bun.serve({
  ...listen(),
  routes: {
    "/*": say("catch-all"),
    "/api/*": say("api wildcard"),
    "/api/users/:id": say("param"),
    "/api/users/me": say("exact"),
    "/api/users/:id/posts": say("param posts"),
    "/api/users/me/*": say("me wildcard"),
    "/api/:what/list": say("middle param"),
    "/api/users/list": say("exact list"),
    "/a/:x": say("ax"),
    "/a/:x/b": say("axb"),
    "/a/b/:y": say("aby"),
    "/:first": say("first"),
  },
});
for (const path of ["/", "/api", "/api/", "/api/users", "/api/users/", "/api/users/me", "/api/users/me/", "/api/users/7", "/api/users/7/", "/api/users/7/posts", "/api/users/me/posts", "/api/users/me/x/y", "/api/teams/list", "/api/users/list", "/api/x/y/z", "/a/b", "/a/b/c", "/a/c/b", "/a/b/b", "/one", "/one/", "/one/two", "//", "/api//users"])
  await brief(server, "GET", path);
await server.stop(true);
