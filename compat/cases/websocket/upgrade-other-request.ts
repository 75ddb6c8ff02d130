// @covers Server.upgrade
// A request may be upgraded from the handler of another.
import { FrameClient } from "../../frames.ts";
import { Log } from "./_log.ts";

const log = new Log();
let waiting: { req: Request; resolve: () => void } | undefined;
const server: any = Bun.serve({
  port: 0,
  fetch(req, server: any): any {
    if (new URL(req.url).pathname === "/wait") {
      log.add("waiting");
      return new Promise<any>((resolve) => { waiting = { req, resolve: () => resolve(undefined) }; });
    }
    const upgraded = server.upgrade(waiting!.req, { data: "other" });
    waiting!.resolve();
    return new Response(`upgraded ${upgraded}`);
  },
  websocket: { open(ws: any) { ws.send(`open ${ws.data}`); }, message() {} },
});
const opening = FrameClient.open(server, { path: "/wait" });
await log.until("waiting");
console.log(await (await fetch(server.url)).text());
const client = await opening;
console.log(client.status, await client.next());
server.stop(true);
