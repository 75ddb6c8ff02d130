// @covers Response
import { exchange, listen } from "../../client.ts";

const answers: Record<string, () => any> = {
  uint8: () => new Response(new Uint8Array([65, 66])),
  uint16: () => new Response(new Uint16Array([0x4241])),
  buffer: () => new Response(new Uint8Array([65, 66, 67]).buffer),
  view: () => new Response(new DataView(new Uint8Array([65, 66, 67, 68]).buffer, 1, 2)),
  subarray: () => new Response(new Uint8Array([65, 66, 67, 68]).subarray(1, 3)),
  empty: () => new Response(new Uint8Array(0)),
  nodeBuffer: () => new Response(Buffer.from("node")),
  float: () => new Response(new Float32Array(1)),
  invalidUtf8: () => new Response(new Uint8Array([0xff, 0xfe])),
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${name}`);
await server.stop(true);
