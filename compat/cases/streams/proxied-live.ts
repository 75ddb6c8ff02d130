// @covers Response, Request.body, Request.signal
// A proxy passes on uploads and streams as they come, and tells upstream when its client leaves.
import net from "node:net";
import { listen, raw } from "../../client.ts";
let out: string[] = [];
const up = Bun.serve({ port: 0, idleTimeout: 0, maxRequestBodySize: 1e9, async fetch(req) { const k = new URL(req.url).pathname;
  if (k === "/sum") { let n = 0; for await (const c of req.body!) n += c.length; return new Response("sum " + n); }
  if (k === "/slow") { req.signal.onabort = () => out.push("upstream abort"); return new Response(new ReadableStream({ async pull(c) { await Bun.sleep(10); c.enqueue("tick"); }, cancel() { out.push("upstream cancel"); } })); }
  if (k === "/sse") return new Response(new ReadableStream({ async start(c) { for (let i = 0; i < 3; i++) { c.enqueue(`data: ${i}\n\n`); await Bun.sleep(100); } c.close(); } }), { headers: { "content-type": "text/event-stream" } });
  return new Response("?"); } });
const px = Bun.serve({ ...listen(), idleTimeout: 0, maxRequestBodySize: 1e9, fetch(req) { const u = new URL(req.url); return fetch(up.url.origin + u.pathname, { method: req.method, headers: req.headers, body: req.body, signal: req.signal }); }, error(e: any) { return new Response("err " + e.name + " " + e.code, { status: 502 }); } });
const send = (head: string, pieces: [string, number][], ms: number) => new Promise<string>(async (res) => { const c = net.connect(px.port!, "127.0.0.1"); c.setNoDelay(true); let got = ""; c.on("data", (d) => got += d.toString("latin1")); c.on("error", () => {}); c.write(head); for (const [p, w] of pieces) { await Bun.sleep(w); c.write(p); } for (let i = 0; i < ms / 10 && !/sum \d+/.test(got); i++) await Bun.sleep(10); c.destroy(); res(got); });
console.log((await send("POST /sum HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n", [["a".repeat(100000), 5], ["b".repeat(100000), 20], ["c".repeat(100000), 20]], 3000)).split("\r\n").at(-1));
console.log((await send("POST /sum HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", [["5\r\nhello\r\n", 5], ["6\r\n world\r\n", 50], ["0\r\n\r\n", 50]], 3000)).includes("sum 11"));
const t0 = Date.now(); const c = net.connect(px.port!, "127.0.0.1"); let events: [string, number][] = []; c.on("data", (d) => { for (const m of d.toString().matchAll(/data: (\d)/g)) events.push([m[1]!, Date.now() - t0]); }); c.write("GET /sse HTTP/1.1\r\nHost: x\r\n\r\n"); await Bun.sleep(600); c.destroy(); console.log(events.map(([e]) => e).join(), events.length === 3 && events[2]![1] - events[0]![1] > 50);
out = []; await send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n", [], 100); await Bun.sleep(200); console.log(out.sort().join(), up.pendingRequests, px.pendingRequests);
const r = await send("POST /sum HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n", [["partial", 5]], 100); await Bun.sleep(200); console.log(JSON.stringify(r), up.pendingRequests, px.pendingRequests);
up.stop(true); px.stop(true); process.exit(0);
