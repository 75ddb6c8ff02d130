// @covers Serve.Options.routes
import { ask } from "./_routes.ts";

const shown = (name: string) => (request: any) =>
  new Response(`${name} ${JSON.stringify(request.params)} ${new URL(request.url).pathname} ${new URL(request.url).search}`);
await ask(
  "odd",
  {
    "/": shown("root"),
    "/a": shown("a"),
    "/a/b": shown("a/b"),
    "/p/:x": shown("p"),
    "/w/*": shown("w"),
    "/.": shown("dot"),
    "/a/../b": shown("a/../b"),
    "/%61": shown("%61"),
    "/a%2Fb": shown("a%2Fb"),
    "/a%2fb": shown("a%2fb"),
  },
  [
    "/?", "/?/", "/?a=/b", "/??", "/a?", "/a?b?c", "/a/?x", "//", "///", "//a", "/a//", "/a//b", "/.", "/..", "/./a", "/a/.",
    "/a/..", "/a/../b", "/../a", "/%61", "/%2561", "/a%2Fb", "/a%2fb", "/a%252Fb", "/a%20", "/a;b", "/a;", "/;a", "/a&b",
    "/p/", "/p/.", "/p/..", "/p/;", "/p/:x", "/p/*", "/p/a=b", "/p/%2F", "/p/%2f%2F", "/p/%3F", "/p/?", "/p/??", "/p/a?/b",
    "/w", "/w?", "/w/", "/w//", "/w/?", "/w/..", "/w/../a", "/w/%2e%2e/a", "/w/a/b/c?d", "/w/*", "/*", "/:x", "/a\\b", "/\\a",
    "/w/\\..\\a", "/a|b", "/p/{x}", "/p/[x]", "/p/^", "/p/`", '/p/"', "/p/<x>", "/p/~", "/p/!$&'()*+,;=:@", "/p/+", "/p/%2B",
  ],
);
