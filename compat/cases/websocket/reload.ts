// @covers Server.reload
import { FrameClient } from "../../frames.ts";
import { Log, pause } from "./_log.ts";

const log = new Log();
const handlers = (name: string, more: any = {}): any => ({
  open: (ws: any) => { ws.subscribe("t"); ws.send(`open ${name}`); },
  message: (ws: any, message: string) => ws.send(`${name} ${message}`),
  ping: () => log.add(`ping ${name}`),
  close: (ws: any, code: number) => log.add(`close ${name} ${code}`),
  ...more,
});
const fetch = (req: Request, server: any): any => (server.upgrade(req) ? undefined : new Response("refused", { status: 400 }));
const server: any = Bun.serve({ port: 0, fetch, websocket: handlers("one") });
const a = await FrameClient.open(server);
console.log(await a.next(), await a.text("x").next());
server.reload({ fetch, websocket: handlers("two") });
console.log("old socket", await a.text("y").next());
const b = await FrameClient.open(server);
console.log("new socket", await b.next(), await b.text("z").next());
console.log(server.publish("t", "both"), await a.next(), await b.next());
server.reload({ fetch });
console.log("without websocket", await a.text("w").next());
const c = await FrameClient.open(server);
console.log(c.status, c.status.includes("101") ? await c.next() : "");
server.reload({ fetch, websocket: null });
console.log("null", await a.text("w").next());
server.reload({ fetch, websocket: { message: (ws: any) => ws.send("three"), publishToSelf: true } });
console.log("message only", await a.text("w").next());
a.send("ping", "p");
console.log(await a.next());
a.close(1000);
await a.rest();
await pause(20);
log.flush();
try {
  server.reload({ fetch, websocket: { message: 5 } });
} catch (error: any) {
  console.log(error.message);
}
server.stop(true);
