// @covers Server.stop, ServerWebSocket.close
// stop(true) in a handler of a socket: what was sent before leaves, the Close frame too; nothing is upgraded any more.
import { listen } from "../../client.ts";
import { FrameClient } from "../../frames.ts";

for (const how of ["sends", "closes", "terminates", "client closes"]) {
  for (const others of [0, 2]) {
    const server: any = Bun.serve({
      ...listen(),
      fetch(req, server: any): any {
        return server.upgrade(req) || new Response("no");
      },
      websocket: {
        message(ws: any) {
          ws.send("one");
          if (how === "closes") ws.close(4000, "bye");
          if (how === "terminates") ws.terminate();
          if (how === "sends") server.stop(true);
          ws.send("two");
        },
        close(_ws: any, code: number, reason: string) {
          console.log("  close", code, reason);
          server.stop(true);
        },
      } as any,
    });
    console.log(how, others);
    const rest: FrameClient[] = [];
    for (let i = 0; i < others; i++) rest.push(await FrameClient.open(server));
    const client = await FrameClient.open(server);
    client.text("go");
    if (how === "client closes") {
      console.log(" ", await client.next());
      client.close(1000, "bye");
    }
    console.log(" ", await client.rest());
    for (const other of rest) console.log("  other", await other.rest());
  }
}

const server: any = Bun.serve({
  ...listen(),
  fetch(req, server: any): any {
    if (new URL(req.url).pathname === "/stop") server.stop(true);
    console.log("upgrade", server.upgrade(req));
  },
  websocket: { message() {} },
});
const first = await FrameClient.open(server);
await FrameClient.open(server, { path: "/stop" }).catch((error: any) => console.log(typeof error.message));
console.log(await first.rest());
