// @covers Response, Request.signal
// @limit 30
// Content whose client leaves, while it is sent or before: who is told, with what reason, and what is cleaned up.
import net from "node:net";
import { raw, listen } from "../../client.ts";
const d = (e: any) => e && typeof e === "object" ? [e.constructor?.name, e.name, e.code, e.message].join("|") : typeof e + " " + String(e);
let out: string[] = [];
const mk: Record<string, (req: Request) => any> = {
  def: () => { let n = 0; return new ReadableStream({ async pull(c) { await Bun.sleep(5); c.enqueue("x" + n++); }, cancel(r) { out.push("cancel " + d(r)); } }); },
  defstart: () => { let iv: any; return new ReadableStream({ start(c) { iv = setInterval(() => c.enqueue("tick"), 5); }, cancel(r) { clearInterval(iv); out.push("cancel " + d(r)); } }); },
  pending: () => new ReadableStream({ pull(c) { c.enqueue("x"); return new Promise(() => {}); }, cancel(r) { out.push("cancel " + d(r)); } }),
  nothing: () => new ReadableStream({ pull() { return new Promise(() => {}); }, cancel(r) { out.push("cancel " + d(r)); } }),
  cancelthrows: () => new ReadableStream({ start(c) { c.enqueue("x"); }, cancel(r) { out.push("cancel"); throw new Error("in cancel"); } }),
  cancelrejects: () => new ReadableStream({ start(c) { c.enqueue("x"); }, async cancel(r) { out.push("cancel"); throw new Error("in cancel"); } }),
  gen: () => async function* () { try { for (let i = 0; ; i++) { yield "x" + i; await Bun.sleep(5); } } finally { out.push("finally"); } },
  genawait: () => async function* () { try { yield "x"; await Bun.sleep(130); out.push("after sleep"); yield "y"; out.push("after y"); } finally { out.push("finally"); } },
  genfinasync: () => async function* () { try { for (;;) { yield "x"; await Bun.sleep(3); } } finally { await Bun.sleep(3); out.push("finally"); } },
  genfinthrow: () => async function* () { try { for (;;) { yield "x"; await Bun.sleep(3); } } finally { throw new Error("in finally"); } },
  genfinyield: () => async function* () { try { for (;;) { yield "x"; await Bun.sleep(3); } } finally { yield "more"; out.push("yielded"); } },
  gencatch: () => async function* () { try { for (;;) { yield "x"; await Bun.sleep(3); } } catch (e) { out.push("catch " + d(e)); } finally { out.push("fin"); } },
  direct: () => new ReadableStream({ type: "direct", async pull(c: any) { try { for (let i = 0; i < 12; i++) { c.write("x"); c.flush(); await Bun.sleep(5); } out.push("done"); } catch (e) { out.push("threw " + d(e)); } }, cancel(r: any) { out.push("cancel " + d(r)); } } as any),
  signal: (req) => { req.signal.addEventListener("abort", (e: any) => out.push("abort " + e.type + " " + d(req.signal.reason) + " " + (e.target === req.signal) + e.isTrusted)); return new ReadableStream({ async pull(c) { await Bun.sleep(5); c.enqueue("x"); }, cancel(r) { out.push("cancel " + (r === req.signal.reason)); } }); },
  tee: () => { const [a, b] = new ReadableStream({ async pull(c) { await Bun.sleep(5); c.enqueue("x"); }, cancel(r) { out.push("cancel " + d(r)); } }).tee(); b.cancel("other").catch(() => {}); return a; },
  transform: () => new ReadableStream({ async pull(c) { await Bun.sleep(5); c.enqueue("x"); }, cancel(r) { out.push("cancel " + d(r)); } }).pipeThrough(new TransformStream()),
  nested: () => new Response(new ReadableStream({ async pull(c) { await Bun.sleep(5); c.enqueue("x"); }, cancel(r) { out.push("cancel " + d(r)); } })).body,
  bytes: () => new ReadableStream({ type: "bytes", async pull(c) { await Bun.sleep(5); c.enqueue(new Uint8Array([65])); }, cancel(r) { out.push("cancel " + d(r)); } }),
};
let leave: () => void, arrive: () => void;
let gone: Promise<void>;
const server = Bun.serve({ ...listen(), idleTimeout: 0, async fetch(req) { arrive(); const u = new URL(req.url); const k = u.pathname.slice(1); if (u.search) await gone; return new Response(await mk[k]!(req)); }, error(e) { out.push("ERR " + d(e)); return new Response("e"); } });
process.on("unhandledRejection", (e) => out.push("UNHANDLED " + d(e)));
for (const q of ["", "?late"]) for (const k in mk) {
  out = [];
  gone = new Promise((resolve) => { leave = resolve; });
  const arrived = new Promise<void>((resolve) => { arrive = resolve; });
  const c = net.connect(server.port!, "127.0.0.1"); c.on("error", () => {});
  let got = 0; c.on("data", (x) => { got += x.length; });
  c.write(`GET /${k}${q} HTTP/1.1\r\nHost: x\r\n\r\n`);
  await arrived; await Bun.sleep(40); c.destroy(); await Bun.sleep(40); leave!(); await Bun.sleep(130);
  console.log(`${k}${q}: ${out.join("; ")} pending=${server.pendingRequests}`);
}
server.stop(true);
process.exit(0);
