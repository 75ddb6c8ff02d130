// @covers Serve.Options.routes
import { ask, named } from "./_routes.ts";

await ask("enc", { "/a b": named("sp"), "/a%20c": named("enc"), "/x/:id": named("x") }, [
  "/a%20b",
  "/a%20c",
  "/a%20c?x",
  "/x/%2F",
  "/x/%2f%2f",
  "/x/a%3Fb",
  "/x/a%23b",
  "/x/..",
  "/x/.",
  "/x/%2e%2e",
  "/x/a/../b",
  "/x/\\",
  "/x/a\\b",
  "/x/<>",
  '/x/"',
  "/x/{a}",
  "/x/a|b",
  "/x/^`",
]);
await ask("req.url", { "/x/:id": (r: any) => new Response(r.url) }, ["/x/a%20b?q=1", '/x/a"b']);
