// @covers Serve.Options.routes
import { ask, named } from "./_routes.ts";

await ask(
  "many",
  Object.fromEntries(Array.from({ length: 2000 }, (_, i) => ["/r" + i + "/:id", named("r" + i)])),
  ["/r0/1", "/r1999/z", "/r2000/1"],
);
