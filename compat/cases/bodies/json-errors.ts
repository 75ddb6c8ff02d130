// @covers Request
import { brief, listen } from "../../client.ts";
const server = Bun.serve({
  ...listen(),
  async fetch(req: Request) {
    try {
      return Response.json(await req.json());
    } catch (error: any) {
      // The engines word a syntax error differently.
      return new Response(`${error.constructor.name} used ${req.bodyUsed}`);
    }
  },
});
for (const body of ["", "{", "[1,]", "nope", '"text"', "null", " 5 ", "\ufeff{}", '{"__proto__":1}', '{"a":1}{"b":2}', "NaN", "'single'"]) await brief(server, "POST", "/", {}, body);
await brief(server, "GET", "/");
await server.stop(true);
