// @covers WebSocket, Server.upgrade
// headers, protocols, cookies seen by server
import { FrameClient } from "../../frames.ts";

const server: any = Bun.serve({ port: 0, fetch(req, s: any) {
  const h = Object.fromEntries(req.headers); delete h["sec-websocket-key"]; delete h.host; delete h["user-agent"];
  const p = new URL(req.url).searchParams.get("p");
  s.upgrade(req, { data: h, headers: p === null ? undefined : { "Sec-WebSocket-Protocol": p, "set-cookie": "a=b" } }); },
 websocket: { open(ws: any) { ws.send(JSON.stringify(ws.data)); }, message(ws: any, m: any) { ws.send(m); } } });
const url = server.url.href.replace("http", "ws");
const tries: [string, any][] = [["", undefined], ["", "one"], ["", ["one", "two"]], ["?p=two", ["one", "two"]], ["?p=three", ["one", "two"]], ["?p=one", undefined], ["?p=", ["one"]], ["", { protocols: ["x", "y"] }], ["", { protocols: "x" }], ["", { protocol: "x" }], ["", { headers: { "X-A": "1", Cookie: "k=v", Authorization: "Bearer x" } }], ["", { headers: new Headers([["a", "1"], ["a", "2"]]) }], ["", { headers: [["b", "1"], ["b", "2"]] }], ["", { headers: { host: "other.test", origin: "http://o" } }], ["", { headers: { connection: "close", upgrade: "h2c" } }], ["", { headers: { "sec-websocket-version": "8" } }], ["", { headers: { "sec-websocket-protocol": "mine" } }], ["", { headers: { "sec-websocket-extensions": "foo" } }], ["", { headers: { "X-É": "é" } }], ["", { perMessageDeflate: false }], ["", { perMessageDeflate: true }], ["", { headers: { "user-agent": "mine" } }], ["?q=a b", undefined]];
for (const [path, opt] of tries) {
  let label; try { label = JSON.stringify(opt) ?? "none"; } catch { label = "?"; }
  await new Promise<void>((done) => {
    try { const w: any = new WebSocket(url + path, opt);
    w.onmessage = (e: any) => { console.log(label, path, e.data, JSON.stringify(w.protocol), JSON.stringify(w.extensions)); w.close(); };
    w.onerror = (e: any) => console.log(label, path, "error", e.message.replace(/:\d+/, ":P")); w.onclose = (e: any) => { console.log("  ", e.code, e.reason, e.wasClean); done(); };
    } catch (e: any) { console.log(label, "throws", e.name, e.message); done(); } });
}
{ const w: any = new WebSocket(url.replace("ws://", "ws://us%20er:p%40w@")); await new Promise<void>((r) => { w.onmessage = (e: any) => { console.log(e.data, w.url.replace(/:\d+\//, ":P/")); w.close(); }; w.onclose = () => r(); w.onerror = (e: any) => console.log(e.message); }); }
server.stop(true);
