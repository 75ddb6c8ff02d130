// @covers WebSocketHandler.message
import { FrameClient, frame } from "../../frames.ts";

process.on("uncaughtException", (e: any) => console.log("  uncaught", e?.message ?? e));
process.on("unhandledRejection", (e: any) => console.log("  unhandled", e?.message ?? e));
const run = async (name: string, handlers: any, frames: Uint8Array[], wait = 10) => {
  console.log(name);
  const server: any = Bun.serve({ port: 0, fetch(req, s: any) { s.upgrade(req); }, websocket: { message() {}, ...handlers } as any });
  const c = await FrameClient.open(server);
  await Bun.sleep(5);
  c.write(Buffer.concat(frames));
  await Bun.sleep(wait);
  c.close(1000);
  console.log("  ", await c.rest());
  await server.stop(true);
};
const three = [frame("text", "1"), frame("text", "2"), frame("text", "3")];
await run("microtasks between messages", { async message(ws: any, m: any) { console.log("  start", m); await 0; console.log("  a", m); await 0; console.log("  b", m); await new Promise<void>((r) => queueMicrotask(r)); console.log("  c", m); ws.send(m); } }, three);
await run("ticks between", { message(ws: any, m: any) { console.log("  start", m); process.nextTick(() => { console.log("  tick", m); Promise.resolve().then(() => console.log("  micro in tick", m)); }); queueMicrotask(() => { console.log("  micro", m); process.nextTick(() => console.log("  tick in micro", m)); }); } }, three);
await run("throws between", { message(ws: any, m: any) { console.log("  start", m); throw new Error("m" + m); } }, three);
await run("close in first", { message(ws: any, m: any) { console.log("  start", m); if (m === "1") ws.close(4000); }, close(_: any, c: number) { console.log("  close", c); } }, three);
await run("terminate in first", { message(ws: any, m: any) { console.log("  start", m); if (m === "1") ws.terminate(); }, close(_: any, c: number) { console.log("  close", c); } }, three);
await run("mixed", { message(ws: any, m: any) { console.log("  text", m); Promise.resolve().then(() => console.log("  after", m)); }, ping(ws: any, m: any) { console.log("  ping", String(m)); Promise.resolve().then(() => console.log("  after ping")); }, pong(ws: any, m: any) { console.log("  pong", String(m)); Promise.resolve().then(() => console.log("  after pong")); } , close(ws: any, c: number) { console.log("  close", c); Promise.resolve().then(() => console.log("  after close")); } }, [frame("text", "1"), frame("ping", "p"), frame("pong", "q"), frame("text", "2"), frame("close", Buffer.from([3, 232]))]);
await run("immediates", { message(ws: any, m: any) { console.log("  start", m); setImmediate(() => console.log("  immediate", m)); setTimeout(() => console.log("  timeout", m), 0); } }, three, 20);
