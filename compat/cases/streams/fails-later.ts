// @covers Response, Serve.Options.error
// A source that fails after a piece was sent: the client gets that piece and no end.
import { listen, raw, request } from "../../client.ts";
import { pause } from "./_framing.ts";
const answers: Record<string, () => any> = {
  generator: () => (async function* () { yield "piece"; await pause(20); throw new Error("E1"); })(),
  stream: () => { let n = 0; return new ReadableStream({ async pull(c) { if (n++) { await pause(20); throw new Error("E1"); } c.enqueue("piece"); } }); },
  direct: () => new ReadableStream({ type: "direct", async pull(c: any) { c.write("piece"); await pause(20); throw new Error("E1"); } } as any),
  directClosed: () => new ReadableStream({ type: "direct", async pull(c: any) { c.write("piece"); await pause(20); c.close(new Error("E1")); } } as any),
  errored: () => new ReadableStream({ async start(c) { c.enqueue("piece"); await pause(20); c.error(new Error("E1")); } }),
  badPiece: () => (async function* () { yield "piece"; await pause(20); yield 5; })(),
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => new Response(answers[new URL(req.url).pathname.slice(1)]!()), error: () => new Response("asked") });
for (const name of Object.keys(answers)) {
  const reply = await raw(server, request("GET", `/${name}`), { close: true });
  console.log(name, reply.slice(0, 15), reply.includes("5\r\npiece"), "ended", reply.includes("\r\n0\r\n"), /<(reset|closed)>$/.test(reply), server.pendingRequests);
}
await server.stop(true);
