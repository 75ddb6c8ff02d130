// @covers Serve.Options.routes
import { ask, named } from "./_routes.ts";

await ask(
  "nofetch",
  { "/m": { POST: named("p") }, "/f": named("f") },
  ["/m", "/zz", "HEAD /zz", "POST /zz", "OPTIONS /m"],
  null,
);
