// @covers ServerWebSocket.close, ServerWebSocket.terminate
import { FrameClient } from "../../frames.ts";
import { Log, pause } from "./_log.ts";

const log = new Log();
const ways: Record<string, any> = {
  "close in open": { open: (ws: any) => { ws.send("a"); ws.close(4001, "open"); log.add(`send ${ws.send("late")}`); } },
  "terminate in open": { open: (ws: any) => { ws.send("a"); ws.terminate(); } },
  "close in message": { message: (ws: any, message: any) => { log.add(`message ${message}`); ws.send("a"); ws.close(4002, "message"); } },
  "terminate in message": { message: (ws: any, message: any) => { log.add(`message ${message}`); ws.send("a"); ws.terminate(); } },
  "close in ping": { ping: (ws: any) => { ws.close(4003); } },
  "close in pong": { pong: (ws: any) => { ws.close(4004); } },
  "close in close": { message: (ws: any) => ws.close(4005), close: (ws: any, code: number) => { log.add(`close ${code}`); ws.close(4006); ws.terminate(); } },
  "close after await": { async message(ws: any) { await 1; ws.close(4007); } },
  "close in a timer": { message(ws: any) { setTimeout(() => ws.close(4008), 30); } },
};
for (const [name, handlers] of Object.entries(ways)) {
  const server: any = Bun.serve({
    port: 0,
    fetch: (req, server: any) => { const upgraded = server.upgrade(req); log.add(`upgraded ${upgraded}`); return upgraded ? undefined as any : new Response("no"); },
    websocket: { message() {}, close: (_: any, code: number, reason: string) => log.add(`close ${code} ${reason}`), ...handlers },
  });
  const client = await FrameClient.open(server);
  console.log(name, client.status);
  if (/ping|pong/.test(name)) client.send("ping", "p").send("pong", "q");
  else if (!name.includes("open")) client.text("1").text("2");
  console.log(await client.rest(100));
  client.destroy();
  await pause(10);
  log.flush();
  server.stop(true);
}
