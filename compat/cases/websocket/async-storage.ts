// @covers WebSocketHandler.message
// AsyncLocalStorage and context in ws handlers; errors thrown in publish callbacks; timers
import { AsyncLocalStorage } from "node:async_hooks"; import { FrameClient } from "../../frames.ts";

const als = new AsyncLocalStorage<string>(); const log = console.log;
const server: any = als.run("serve", () => Bun.serve({ port: 0, fetch(req, s: any) { log("fetch", als.getStore()); return als.run("req", () => { s.upgrade(req); log("after upgrade", als.getStore()); return undefined as any; }); }, websocket: { open(ws: any) { log("open", als.getStore()); als.enterWith("entered in open"); setTimeout(() => log("timer from open", als.getStore()), 5); }, async message(ws: any, m: any) { log("message", als.getStore()); als.enterWith("m" + m); await Bun.sleep(1); log("later", m, als.getStore()); ws.send(m); }, ping() { log("ping", als.getStore()); }, drain() {}, close() { log("close", als.getStore()); } } }));
const c = await als.run("client", () => FrameClient.open(server)); await Bun.sleep(10); c.text("1"); await Bun.sleep(5); c.text("2"); await Bun.sleep(5); c.send("ping", ""); await Bun.sleep(5); c.close(); log(await c.rest()); await Bun.sleep(5); server.stop(true);
