// @covers Serve.Options.routes
import { ask, named } from "./_routes.ts";

await ask("midwild", { "/a/*/b": named("mid"), "/a/*": named("tail") }, ["/a/x/b", "/a/x", "/a/*/b"]);
await ask("root", { "/*": named("all") }, ["/", "/a", "//", "/a/b/c", "/?x"]);
await ask("star", { "/s*": named("s*"), "/t/**": named("t**"), "/u/*x": named("u*x") }, [
  "/s*",
  "/sx",
  "/s",
  "/t/**",
  "/t/a",
  "/u/*x",
  "/u/ax",
]);
