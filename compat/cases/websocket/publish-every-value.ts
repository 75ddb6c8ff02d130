// @covers Server.publish, ServerWebSocket.publish, ServerWebSocket.send
// publish returns & sizes, kinds, compress
import { FrameClient } from "../../frames.ts";

const ws: any[] = [];
const server: any = Bun.serve({ port: 0, fetch(req, s: any) { s.upgrade(req); }, websocket: { perMessageDeflate: true, publishToSelf: false, open(w: any) { ws.push(w); w.subscribe("t"); }, message() {} } });
const a = await FrameClient.open(server), b = await FrameClient.open(server, { headers: { "Sec-WebSocket-Extensions": "permessage-deflate" } });
await Bun.sleep(5);
for (const v of ["", "x", "é", "😀", "\ud800", "y".repeat(200), "z".repeat(20000), new Uint8Array(0), new Uint8Array(5), new Uint8Array(20000), new ArrayBuffer(4), new Blob(["blob"]), new DataView(new ArrayBuffer(8), 2, 3), 5, true, {}, [1, 2], Symbol.iterator]) for (const c of [undefined, true, false]) {
  const r: any[] = [];
  for (const f of [() => server.publish("t", v, c), () => ws[0].publish("t", v, c), () => ws[0].send(v, c), () => ws[1].send(v, c)]) try { r.push(f()); } catch (e: any) { r.push(e.message); }
  // The clients read it, so that no socket is full.
  await Bun.sleep(1);
  console.log(typeof v === "symbol" ? "sym" : typeof v === "string" ? v.length : v?.constructor?.name, c, r.join());
}
await Bun.sleep(30);
for (const x of [a, b]) { x.close(1000); console.log((await x.rest()).replace(/y{50,}/g, "Y").replace(/z{50,}/g, "Z")); }
server.stop(true);
