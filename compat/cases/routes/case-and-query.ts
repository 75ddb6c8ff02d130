// @covers Serve.Options.routes
import { ask, named } from "./_routes.ts";

await ask("case", { "/Abc": named("Abc"), "/u/:ID": named("ID") }, ["/abc", "/Abc", "/ABC", "/U/1", "/u/X"]);
await ask("query", { "/q": named("q"), "/p/:x": named("p") }, [
  "/q?",
  "/q?a=/b",
  "/q??",
  "/p/a?b/c",
  "/p/?a",
  "/p/a%3Fb?c",
]);
