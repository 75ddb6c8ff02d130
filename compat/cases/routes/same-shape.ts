// @covers Serve.Options.routes
import { ask, named } from "./_routes.ts";

await ask("dup", { "/s/:a": named("first"), "/s/:b": named("second") }, ["/s/1"]);
await ask("dupm", { "/s/:a": { GET: named("g") }, "/s/:b": { POST: named("p") } }, ["GET /s/1", "POST /s/1"]);
await ask("dupw", { "/s/*": { GET: named("g") }, "/:x/*": { POST: named("p") } }, [
  "GET /s/1",
  "POST /s/1",
  "POST /s/",
]);
