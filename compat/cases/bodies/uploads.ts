// @limit 30
// @covers Request.body, Serve.Options.maxRequestBodySize
// Uploads that are cut, too large, slow or awaited, in every way of reading them.
import net from "node:net";
import { listen, parse, raw, request } from "../../client.ts";
const d = (e: any) => e && typeof e === "object" ? [e.constructor?.name, e.name, e.code, e.message].join("|") : typeof e + " " + String(e);
let out: string[] = [];
const t = async (n: string, f: () => any) => { try { const v = await f(); out.push(`${n}: ${v instanceof Blob ? `Blob(${v.size},${v.type})` : v instanceof FormData ? JSON.stringify([...v]) : ArrayBuffer.isView(v) || v instanceof ArrayBuffer ? v.byteLength : JSON.stringify(v)}`); } catch (e) { out.push(`${n} THROWS ${d(e)}`); } };
const hs: Record<string, (r: any) => any> = {
  async text(r) { await t("text", () => r.text()); },
  async json(r) { await t("json", () => r.json()); },
  async ab(r) { await t("ab", () => r.arrayBuffer()); },
  async iter(r) { let n = 0; await t("iter", async () => { for await (const c of r.body) n += c.length; return n; }); out.push("got " + n); },
  async reader(r) { const rd = r.body.getReader(); await t("r1", async () => { const x = await rd.read(); return [x.done, x.value?.length]; }); await t("rest", async () => { for (;;) { const x = await rd.read(); if (x.done) return "end"; } }); await t("closed", () => rd.closed); },
  async late(r) { await Bun.sleep(100); await t("late", () => r.text()); await t("late2", () => r.text()); out.push("used " + r.bodyUsed); },
  async latebody(r) { await Bun.sleep(100); await t("lateb", async () => { let n = 0; for await (const c of r.body) n += c.length; return n; }); },
  async clone(r) { const c = r.clone(); await t("both", async () => { const x = await Promise.allSettled([r.text(), c.text()]); return x.map((y: any) => y.status + (y.value?.length ?? d(y.reason))); }); },
  async sig(r) { r.signal.onabort = () => out.push("abort " + d(r.signal.reason)); await t("text", () => r.text()); out.push("aborted " + r.signal.aborted); },
  async pipe(r) { await t("pipe", () => r.body.pipeTo(new WritableStream({ write() {}, abort(e) { out.push("wabort " + d(e)); } }))); },
  async echo(r) { return new Response(r.body); },
  async unread(r) { await Bun.sleep(100); },
};
let arrive: () => void;
const server = Bun.serve({ ...listen(), maxRequestBodySize: 5000, idleTimeout: 0, async fetch(req) { arrive(); const k = new URL(req.url).pathname.slice(1); const r = await hs[k]!(req); out.push("end " + (req.signal.aborted)); return r ?? new Response("ok"); }, error(e: any) { out.push("ERR " + d(e)); return new Response("err " + e.message, { status: 500 }); } });
const H = (k: string, h: string) => `POST /${k} HTTP/1.1\r\nHost: x\r\n${h}\r\n`;
const scripts: Record<string, (k: string) => (string | number)[]> = {
  truncated: (k) => [H(k, "Content-Length: 100\r\n") + "partial", 30, "FIN"],
  chunkcut: (k) => [H(k, "Transfer-Encoding: chunked\r\n") + "5\r\nhello\r\n", 30, "RST"],
  chunkok: (k) => [H(k, "Transfer-Encoding: chunked\r\n") + "5\r\nhello\r\n", 10, "6\r\n world\r\n", 10, "0\r\n\r\n"],
  chunkover: (k) => [H(k, "Transfer-Encoding: chunked\r\n") + "1000\r\n" + "x".repeat(4096) + "\r\n", 20, "1000\r\n" + "y".repeat(4096) + "\r\n0\r\n\r\n"],
  expect: (k) => [H(k, "Content-Length: 5\r\nExpect: 100-continue\r\n"), 30, "hello"],
  slow: (k) => [H(k, "Content-Length: 5\r\n"), "h", 20, "e", 20, "l", 20, "l", 20, "o"],
};
for (const s in scripts) for (const k in hs) {
  out = [];
  const c = net.connect(server.port!, "127.0.0.1"); c.setNoDelay(true); let got = ""; c.on("data", (x) => { got += x.toString("latin1"); }); c.on("error", () => { });
  const arrived = new Promise<void>((resolve) => { arrive = resolve; });
  let closed = false; c.on("close", () => { closed = true; });
  for (const step of scripts[s]!(k)) { if (typeof step === "number") await Bun.sleep(step); else if (step === "FIN") c.end(); else if (step === "RST") (c as any).resetAndDestroy ? (c as any).resetAndDestroy() : c.destroy(); else { c.write(step); await arrived; } }
  for (let i = 0; i < 40 && !(i > 3 && (closed || /\r\n\r\n(ok|[x5])/.test(got)) && out.some((line) => line.startsWith("end"))); i++) await Bun.sleep(10);
  c.destroy(); await Bun.sleep(2);
  if (k === "unread" && s === "chunkover") continue;
  // Two pieces may arrive as one.
  if (k === "echo" && s === "slow") got = `${parse(got).status} ${parse(got).body}`;
  console.log(`${s} ${k}: ${JSON.stringify(got.replace(/\r\nDate: [^\r]*/, "").replace(/\r\n$/, "").replace(/(.)\1{30,}/g, (m, c) => `[${c}*${m.length}]`))} || ${out.join("; ")} p=${server.pendingRequests}`);
}
server.stop(true); process.exit(0);
