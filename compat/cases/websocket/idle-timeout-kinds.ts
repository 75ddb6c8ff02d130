// @covers WebSocketHandler.idleTimeout
// @limit 30
// idle timeouts (8 s): silent raw client, with and without pings; activity keeps alive
import { FrameClient } from "../../frames.ts";

const t0 = performance.now(); const at = () => Math.round((performance.now() - t0) / 1000);
const log = console.log;
const go = async (name: string, opts: any, act?: (c: any, ws: any) => void) => {
  let sock: any; const done = Promise.withResolvers<void>();
  const server: any = Bun.serve({ port: 0, fetch(req, s: any) { s.upgrade(req); }, websocket: { ...opts, open(ws: any) { sock = ws; }, message() {}, close(_: any, c: number, r: string) { const s = at(); out.push(`${name} close ${c} ${r} ${s >= 8 && s <= 9 ? "8" : s >= 12 && s <= 13 ? "12" : s}`); done.resolve(); } } });
  const c = await FrameClient.open(server); const timer = act && setInterval(() => act(c, sock), 1000);
  await Promise.race([done.promise, Bun.sleep(13500)]); clearInterval(timer as any); const frames: string[] = []; for (;;) { const f = await c.next(5); if (f.startsWith("<")) break; frames.push(f); } out.push(`${name} ${sock.readyState} ${[...new Set(frames)].join()}`); server.stop(true); c.end();
};
const out: string[] = [];
await Promise.all([go("no pings", { idleTimeout: 8, sendPings: false }), go("pings unanswered", { idleTimeout: 8 }), go("client talks", { idleTimeout: 8, sendPings: false }, (c) => c.text("x")), go("server talks", { idleTimeout: 8, sendPings: false }, (_, ws) => ws.send("x")), go("client pings", { idleTimeout: 8, sendPings: false }, (c) => c.send("ping", "")), go("zero", { idleTimeout: 0 }), go("nine", { idleTimeout: 9, sendPings: false }), go("paused", { idleTimeout: 8, sendPings: false }, (_, ws) => ws.pause())]);
for (const l of out.sort()) log(l);
