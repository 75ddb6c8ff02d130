// @covers BunRequest.params
import { attempt } from "../../client.ts";
import { ask, named } from "./_routes.ts";

await ask("colon alone", { "/:": named("one"), "/a/:/:z": named("two"), "/b/:x/:/*": named("three") }, [
  "/q",
  "/a/1/2",
  "/b/1/2/3",
]);
const fetch = () => new Response("x");
const serve = (routes: any) => {
  Bun.serve({ port: 0, routes, fetch }).stop(true);
  return "accepted";
};
for (const path of ["/:a/:a", "/:1a", "/*/:a/:a", "/:/:"])
  for (const [name, value] of Object.entries({
    handler: fetch,
    response: new Response("x"),
    refused: false,
    file: Bun.file("/etc/hostname"),
    method: { GET: fetch },
    "method response": { GET: new Response("x") },
  }))
    await attempt(`${path} ${name}`, () => serve({ [path]: value }));
