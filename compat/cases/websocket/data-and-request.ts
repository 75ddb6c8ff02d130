// @covers ServerWebSocket.data, ServerWebSocket.remoteAddress
// data identity, types, `this`, socket identity between handlers, requestIP, headers after upgrade
import { FrameClient } from "../../frames.ts";

const log = console.log; const seen = new Set<any>();
const datas: any[] = [undefined, null, 0, "s", Symbol.for("q"), 5n, { a: 1 }, [1], () => 1, new Map(), new Date(0), NaN];
let i = 0; let kept: any;
const server: any = Bun.serve({ port: 0, fetch(req, s: any) { kept = req; const d = datas[i++]; log("ip", s.requestIP(req)?.address); const ok = s.upgrade(req, { data: d }); log(ok, req.url.replace(/:\d+/, ""), req.headers.get("upgrade"), s.requestIP(req), req.signal.aborted); },
 websocket: { open(ws: any) { seen.add(ws); log("open", Object.is(ws.data, datas[i - 1]), ws.remoteAddress); ws.extra = 1; ws.data = { n: i }; }, message(ws: any, m: any) { log(seen.has(ws), ws.extra, JSON.stringify(ws.data)); ws.send("k"); }, close(ws: any, c: number) { log("close", seen.has(ws), JSON.stringify(ws.data), ws.remoteAddress); } } });
for (const _ of datas) { const c = await FrameClient.open(server); c.text("m"); await c.next(); c.close(1000); await c.rest(); await Bun.sleep(2); }
log(kept.url.replace(/:\d+/, ""), kept.headers.get("upgrade"), kept.method, kept.signal.aborted);
server.stop(true);
