// @covers Server.stop, Server.pendingWebSockets
import { FrameClient } from "../../frames.ts";
import { Log, pause } from "./_log.ts";

const log = new Log();
for (const force of [undefined, false, true]) {
  const server: any = Bun.serve({
    port: 0,
    fetch: (req, server: any) => (server.upgrade(req) ? undefined as any : new Response("")),
    websocket: {
      message: (ws: any, message) => { ws.send(`echo ${message}`); },
      close: (ws: any, code, reason) => log.add(`close ${code} ${JSON.stringify(reason)} ${server.pendingWebSockets}`),
    },
  });
  const client = await FrameClient.open(server);
  console.log(`stop(${force})`, server.pendingWebSockets, server.pendingRequests);
  let stopped = false;
  const stop = server.stop(force).then(() => { stopped = true; });
  await pause(30);
  console.log(stopped, server.pendingWebSockets);
  if (!force) {
    client.text("still there");
    console.log(await client.next());
    client.close(1000);
  }
  console.log(await client.rest());
  await stop;
  console.log(stopped, server.pendingWebSockets);
  log.flush();
}
