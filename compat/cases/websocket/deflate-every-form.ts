// @covers WebSocketHandler.perMessageDeflate
// deflate through the client class and raw
import { deflated, FrameClient, frame } from "../../frames.ts";
import { open } from "./_client.ts";

const log = console.log;
for (const pmd of [undefined, false, true, { compress: true }, { decompress: true }, { compress: "shared", decompress: "shared" }, { compress: "dedicated", decompress: "dedicated" }, { compress: "3KB", decompress: "3KB" }, { compress: false, decompress: "8KB" }, { compress: "128KB" }, "" as any, {}]) {
  const server: any = Bun.serve({ port: 0, fetch(req, s: any) { s.upgrade(req); }, websocket: { perMessageDeflate: pmd, message(ws: any, m: any) { ws.send(m, true); ws.send(m, false); ws.send(m); ws.sendText(String(m), true); ws.sendBinary(new Uint8Array(300), true); ws.publish("t", m, true); }, open(ws: any) { ws.subscribe("t"); } } as any });
  const w = await open(server.url.href.replace("http", "ws")); const got: any[] = [];
  w.onmessage = (e: any) => got.push(typeof e.data === "string" ? e.data.length : e.data.byteLength);
  for (const m of ["", "x", "y".repeat(5000), "z".repeat(100000)]) w.send(m);
  w.send(new Uint8Array(1000));
  for (let i = 0; i < 50 && got.length < 25; i++) await Bun.sleep(5);
  log(JSON.stringify(pmd), got.join(), w.extensions !== "");
  w.close();
  const raw = await FrameClient.open(server, { headers: { "Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits" } });
  log(" ", raw.fields.filter((f) => /extensions/i.test(f)).length);
  raw.text("short"); log(" ", await raw.next(), await raw.next(), await raw.next(), await raw.next());
  raw.end(); server.stop(true);
}
