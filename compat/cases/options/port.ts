// @covers Serve.Options.port, Server.port
import { attempt } from "../../client.ts";

const fetch = () => new Response("x");
const values: [string, unknown][] = [
  ["0", 0], ['"0"', "0"], ["-1", -1], ["65536", 65536], ["70000", 70000], ["-0.5", -0.5], ["0.5", 0.5],
  ["NaN", NaN], ["{}", {}], ["[]", []], ['" 0 "', " 0 "], ['"0x0"', "0x0"], ['"65536"', "65536"], ['"-1"', "-1"],
  ["Infinity", Infinity],
];
for (const [name, port] of values)
  await attempt(`port ${name}`, () => {
    const server = Bun.serve({ port, fetch } as any);
    const kind = `${typeof server.port} ${server.port > 1023}`;
    server.stop(true);
    return kind;
  });
// The engines word these differently; that they are TypeErrors is what counts.
for (const port of [1n, Symbol("p")])
  try {
    Bun.serve({ port, fetch } as any);
  } catch (error: any) {
    console.log(typeof port, error.constructor.name);
  }
