// @covers WebSocketHandler.idleTimeout, WebSocketHandler.perMessageDeflate
// options validation, each type
const vals: any[] = [undefined, null, 0, 1, -1, 1.5, 7, 8, 9, 120, 959, 960, 961, 65535, 2**31, 2**32, 2**32 + 1, 1e15, NaN, Infinity, "8", "", true, false, {}, [], () => {}, 10n, new Number(9)];
const show = (v: any) => typeof v === "function" ? "fn" : typeof v === "bigint" ? "10n" : Number.isNaN(v) ? "NaN" : v === Infinity ? "Inf" : v instanceof Number ? "Number" : JSON.stringify(v) ?? "undefined";
for (const k of ["idleTimeout", "maxPayloadLength", "backpressureLimit", "closeOnBackpressureLimit", "sendPings", "publishToSelf", "perMessageDeflate", "open", "message", "close", "drain", "ping", "pong", "error", "unknown", "data", "maxBackpressure"]) {
  for (const v of vals) { try { const s = Bun.serve({ port: 0, fetch() { return new Response(); }, websocket: { message() {}, [k]: v } as any }); console.log(k, show(v), "ok"); s.stop(true); } catch (e: any) { console.log(k, show(v), e.name, e.code, e.message); } }
}
for (const v of vals) { try { const s = Bun.serve({ port: 0, fetch() { return new Response(); }, websocket: v }); console.log("websocket", show(v), "ok"); s.stop(true); } catch (e: any) { console.log("websocket", show(v), e.name, e.code, e.message); } }
for (const d of [{}, { compress: true }, { compress: false }, { decompress: true }, { compress: "shared" }, { compress: "3KB", decompress: "32KB" }, { compress: "2KB" }, { decompress: "2KB" }, { compress: 1 }, { compress: null }, { decompress: "disable" }, { compress: "dedicated", decompress: "dedicated" }, { compress: "DEDICATED" }, { decompress: {} }, []]) {
  try { const s = Bun.serve({ port: 0, fetch() { return new Response(); }, websocket: { message() {}, perMessageDeflate: d as any } }); console.log("pmd", JSON.stringify(d), "ok"); s.stop(true); } catch (e: any) { console.log("pmd", JSON.stringify(d), e.name, e.code, e.message); }
}
const order: string[] = []; const spy = new Proxy({ message() {} } as any, { get(t, p) { order.push(String(p)); return t[p]; } });
{ const s = Bun.serve({ port: 0, fetch() { return new Response(); }, websocket: spy }); s.stop(true); console.log(order.join()); }
try { Bun.serve({ port: 0, websocket: { message() {} } } as any); } catch (e: any) { console.log(e.name, e.code, e.message); }
try { const s = Bun.serve({ port: 0, fetch() { return new Response("x"); } } as any); try { s.upgrade(new Request("http://a")); } catch (e: any) { console.log(e.name, e.code, e.message); } try { console.log(s.publish("a", "b")); } catch (e: any) { console.log(e.name, e.message); } console.log(s.subscriberCount("a")); s.stop(true); } catch (e: any) { console.log(e.name, e.message); }
