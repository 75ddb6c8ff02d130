// @covers Server.upgrade
// What a handler returns after it upgraded does not reach the client; what it returns instead does.
import { FrameClient } from "../../frames.ts";

const results: Record<string, () => any> = {
  undefined: () => undefined,
  null: () => null,
  Response: () => new Response("ignored"),
  "Response 101": () => new Response(null, { status: 101 }),
  "error Response": () => Response.error(),
  "rejected": () => Promise.reject(new Error("ignored")),
  "stream": () => new Response(new ReadableStream({ pull(controller) { controller.enqueue(new Uint8Array(1)); controller.close(); } })),
  number: () => 5,
};
const server = Bun.serve({
  port: 0,
  fetch(req, server: any) {
    const name = decodeURIComponent(new URL(req.url).pathname.slice(1));
    server.upgrade(req);
    return results[name]!();
  },
  error: () => new Response("from error"),
  websocket: { message(ws, message) { ws.send(message); } },
});
for (const name of Object.keys(results)) {
  const client = await FrameClient.open(server, { path: `/${encodeURIComponent(name)}` });
  await new Promise((resolve) => setTimeout(resolve, 10));
  console.log(name, client.status, await client.text("echo").next());
  client.destroy();
}
server.stop(true);
