// @covers Response,ReadableStream
import { exchange, listen } from "../../client.ts";

const answers: Record<string, () => any> = {
  direct: () => new Response(new ReadableStream({ type: "direct", pull(c: any) { c.write("a"); c.write("b"); c.close(); } } as any)),
  flushed: () => new Response(new ReadableStream({ type: "direct", async pull(c: any) { c.write("a"); await c.flush(); await 1; c.write(new Uint8Array([66])); c.end(); } } as any)),
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${name}`);
await server.stop(true);
