// @covers Server.upgrade
import { attempt } from "../../client.ts";
import { FrameClient } from "../../frames.ts";

const arguments_: Record<string, (server: any, req: Request) => unknown> = {
  "no arguments": (server) => server.upgrade(),
  "undefined": (server) => server.upgrade(undefined),
  "null": (server) => server.upgrade(null),
  "object": (server) => server.upgrade({}),
  "another request": (server) => server.upgrade(new Request("http://a/")),
  "options null": (server, req) => server.upgrade(req, null),
  "options number": (server, req) => server.upgrade(req, 5),
  "options string": (server, req) => server.upgrade(req, "x"),
  "options empty": (server, req) => server.upgrade(req, {}),
  "options function": (server, req) => server.upgrade(req, () => {}),
  "data null": (server, req) => server.upgrade(req, { data: null }),
  "data 0": (server, req) => server.upgrade(req, { data: 0 }),
  "data undefined": (server, req) => server.upgrade(req, { data: undefined }),
  "headers getter throws": (server, req) => server.upgrade(req, { get headers() { throw new Error("getter"); } }),
  "detached": (server, req) => { const { upgrade } = server; return upgrade(req); },
  "bound": (server, req) => { const upgrade = server.upgrade.bind(server); return upgrade(req); },
  "twice": (server, req) => `${server.upgrade(req)} ${server.upgrade(req)}`,
};
for (const [name, work] of Object.entries(arguments_)) {
  const opened = Promise.withResolvers<string>();
  const server: any = Bun.serve({
    port: 0,
    async fetch(req, server) {
      await attempt(name, () => work(server, req));
      return new Response("response");
    },
    websocket: { open(ws: any) { ws.send(`open ${typeof ws.data} ${JSON.stringify(ws.data)}`); }, message() {} },
  });
  const client = await FrameClient.open(server);
  console.log(client.status, client.status.includes("101") ? await client.next() : "");
  client.destroy();
  await server.stop(true);
}
