// @covers Serve.Options.fetch
// Errors that cannot be shown are answered like all others.
import { listen, send } from "../../client.ts";
const things: Record<string, () => unknown> = {
  getter: () => Object.defineProperty(new Error("x"), "message", { get() { throw new Error("in the getter"); } }),
  stack: () => Object.assign(new Error("x"), { stack: 5 }),
  circular: () => { const error: any = new Error("x"); error.cause = error; return error; },
  nullPrototype: () => Object.create(null),
};
for (const development of [false, true]) {
  const server = Bun.serve({ ...listen(), development, fetch(req: Request) { throw things[new URL(req.url).pathname.slice(1)]!(); } });
  for (const name of Object.keys(things)) console.log(development, name, (await send(server, "GET", `/${name}`)).status);
  await server.stop(true);
}
process.exit(0);
