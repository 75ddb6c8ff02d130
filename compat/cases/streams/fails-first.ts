// @covers Response, Serve.Options.error
// A source that fails before its first piece: the connection is cut, and no error handler is asked.
import { listen, raw, request } from "../../client.ts";
const answers: Record<string, () => any> = {
  startRejects: () => new ReadableStream({ async start() { throw new Error("E1"); } }),
  pullThrows: () => new ReadableStream({ pull() { throw new Error("E1"); } }),
  pullRejects: () => new ReadableStream({ async pull() { await 1; throw new Error("E1"); } }),
  errored: () => new ReadableStream({ start(c) { c.error(new Error("E1")); } }),
  generator: () => (async function* () { throw new Error("E1"); })(),
  badPiece: () => (async function* () { yield { a: 1 }; })(),
  badStreamPiece: () => new ReadableStream({ start(c) { c.enqueue({ a: 1 }); c.close(); } }),
  blobPiece: () => (async function* () { yield new Blob(["x"]); })(),
  direct: () => new ReadableStream({ type: "direct", pull() { throw new Error("E1"); } } as any),
  afterSmall: () => (async function* () { yield "a"; throw new Error("E1"); })(),
};
for (const error of [undefined, () => new Response("asked")]) {
  const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => new Response(answers[new URL(req.url).pathname.slice(1)]!()), error });
  for (const name of Object.keys(answers)) {
    const reply = await raw(server, request("GET", `/${name}`), { close: true });
    console.log(name, JSON.stringify(reply.replace("<reset>", "<closed>")), server.pendingRequests);
  }
  console.log((await raw(server, request("HEAD", "/generator"))).slice(0, 15));
  await server.stop(true);
}
