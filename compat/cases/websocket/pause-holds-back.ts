// @covers ServerWebSocket.pause, ServerWebSocket.resume
// A paused socket holds its client back, and answers no ping; what one packet brought together is
// delivered together. Messages that are sent meanwhile arrive.
import { frame } from "../../frames.ts";
import { Log, pause } from "./_log.ts";
import { pair } from "./_pair.ts";

const log = new Log();
let messages = 0;
let ordered = true;
const { server, client, ws } = await pair({
  message: (ws: any, message: any) => {
    if (typeof message === "string") {
      log.add(`message ${message}`);
      if (message === "pause") ws.pause();
    } else ordered &&= message.readUInt32BE(0) === messages++;
  },
  ping: (_: any, data: any) => log.add(`ping ${data}`),
  close: (_: any, code: number) => log.add(`close ${code}`),
});
ws.pause();
const COUNT = 500;
for (let i = 0; i < COUNT; i++) {
  const message = Buffer.alloc(100_000);
  message.writeUInt32BE(i);
  client.send("binary", message);
}
await pause(300);
console.log("taken", messages, "held back", client.waiting > 20_000_000);
console.log("sent meanwhile", ws.send("hello"), await client.next());
// More than the client takes at once: the engine waits for it to read, and must not read itself.
client.pause();
for (let i = 0; i < 40; i++) ws.send(new Uint8Array(100_000));
await pause(100);
client.resume();
for (let i = 0; i < 40; i++) await client.frame();
await pause(100);
console.log("taken", messages, "held back", client.waiting > 20_000_000);
ws.resume();
const end = Date.now() + 8000;
while (messages < COUNT && Date.now() < end) await pause(20);
console.log("taken", messages, "in order", ordered, "waiting", client.waiting);
ws.pause();
client.send("ping", "there?");
console.log("paused", await client.next(200));
ws.resume();
console.log("resumed", await client.next());
client.write(
  Buffer.concat([frame("text", "pause"), frame("text", "together"), frame("ping", "1"), frame("text", "all")]),
);
await log.until("all");
console.log(ws.isPaused, await client.next());
client.text("apart");
await pause(100);
log.flush();
ws.resume();
await log.until("apart");
log.flush();
server.stop(true);
