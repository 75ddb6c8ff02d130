// @covers ServerWebSocket.pause, ServerWebSocket.resume, ServerWebSocket.isPaused
import { Log, pause } from "./_log.ts";
import { pair } from "./_pair.ts";

const log = new Log();
const { server, client, ws } = await pair({
  message: (ws: any, message: any) => {
    log.add(`message ${message}`);
    if (message === "pause") { ws.pause(); log.add(`paused ${ws.isPaused}`); }
  },
  close: (_: any, code: number) => log.add(`close ${code}`),
});
console.log(ws.isPaused);
client.text("1").text("pause");
await log.until("paused");
client.text("2").text("3");
await pause(30);
log.flush();
console.log("still paused", ws.isPaused, ws.send("sent while paused"), await client.next());
ws.pause();
ws.resume();
console.log(ws.isPaused);
await log.until("message 3");
log.flush();
ws.pause();
client.text("4").close(1000);
await pause(30);
log.add("resume");
ws.resume();
await log.until("close");
log.flush();
console.log(ws.isPaused);
const second = await pair({ message: (_: any, message: any) => log.add(`late ${message}`), close: (_: any, code: number) => log.add(`close ${code}`) });
second.ws.pause();
second.client.text("unheard");
await pause(10);
second.ws.close(1000, "closed while paused");
console.log(second.ws.isPaused, await second.client.rest());
log.flush();
second.server.stop(true);
server.stop(true);
