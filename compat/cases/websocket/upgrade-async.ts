// @covers Server.upgrade
import { FrameClient } from "../../frames.ts";
import { Log, pause } from "./_log.ts";

const log = new Log();
const server = Bun.serve({
  port: 0,
  async fetch(req, server: any) {
    const url = new URL(req.url);
    if (url.pathname === "/microtask") await 1;
    if (url.pathname === "/timer") await pause(5);
    const upgraded = server.upgrade(req, { data: url.pathname, headers: { "x-path": url.pathname } });
    log.add(`upgrade ${url.pathname} ${upgraded}`);
    if (url.pathname === "/throws") throw new Error("after the upgrade");
    if (url.pathname === "/response") return new Response("ignored");
    if (url.pathname === "/late") await pause(5);
    return undefined as any;
  },
  websocket: {
    open(ws: any) {
      log.add(`open ${ws.data}`);
      ws.send(`welcome ${ws.data}`);
    },
    message(ws, message) {
      ws.send(`echo ${message}`);
    },
  },
});
for (const path of ["/sync", "/microtask", "/timer", "/response", "/late", "/throws"]) {
  const client = await FrameClient.open(server, { path });
  client.text("x");
  console.log(client.status, client.fields.find((line) => line.startsWith("x-path")), await client.take(2));
  await pause(10);
  client.text("y");
  console.log(await client.next());
  client.destroy();
  log.flush();
}
console.log(server.pendingRequests);
server.stop(true);
