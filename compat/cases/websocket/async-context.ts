// @covers WebSocketHandler.message, WebSocketHandler.open
import { AsyncLocalStorage } from "node:async_hooks";
import { FrameClient } from "../../frames.ts";
import { Log, pause } from "./_log.ts";

const storage = new AsyncLocalStorage<string>();
const log = new Log();
const note = (name: string): void => log.add(`${name}: ${storage.getStore()}`);
const server: any = storage.run("serve", () => Bun.serve({
  port: 0,
  fetch: (req, server: any) => {
    storage.enterWith("fetch");
    server.upgrade(req, { data: 1 });
    note("after upgrade");
    return undefined as any;
  },
  websocket: {
    open(ws) { note("open"); storage.enterWith("open"); },
    async message(ws, message) {
      note(`message ${message}`);
      storage.enterWith(`message ${message}`);
      await 1;
      note(`message ${message} after await`);
      await pause(1);
      note(`message ${message} after timer`);
      ws.send("done");
    },
    ping() { note("ping"); storage.enterWith("ping"); },
    close() { note("close"); log.add("end"); },
  },
}));
const client = await FrameClient.open(server);
client.text("a");
console.log(await client.next());
client.send("ping");
console.log(await client.next());
console.log(await client.text("b").next(), await client.text("c").next());
client.close(1000);
await log.until("end");
log.flush();
server.stop(true);
