// @covers ReadableStream
// The steps of a stream run in the async context in which it was made.
import { AsyncLocalStorage } from "node:async_hooks";
import net from "node:net";
const als = new AsyncLocalStorage<string>();
const S = () => String(als.getStore());
const log: string[] = [];
let cancelled: (v: any) => void;
let made: any;
const mk = () => als.run("made", () => new ReadableStream({ start() { log.push("start " + S()); }, pull(c) { log.push("pull " + S()); c.enqueue("x"); if (log.length > 2) c.close(); } }, { highWaterMark: 0 }));
const mkc = () => als.run("made", () => new ReadableStream({ pull(c) { c.enqueue("x"); return new Promise(() => {}); }, cancel() { cancelled("cancel " + S()); } }));
const mkg = () => als.run("made", () => (async function* () { try { yield "x"; await new Promise(() => {}); } finally { cancelled("fin " + S()); } }));
const mkd = () => als.run("made", () => new ReadableStream({ type: "direct", async pull(c: any) { c.write("x"); c.flush(); await new Promise(() => {}); }, cancel() { cancelled("dcancel " + S()); } } as any));
const options = {
  port: 0, idleTimeout: 0,
  async fetch(req: Request): Promise<Response> {
    const u = new URL(req.url).pathname;
    als.enterWith("E");
    if (u === "/made") return new Response(mk());
    if (u === "/madelate") { await Bun.sleep(1); als.enterWith("E2"); return new Response(mk()); }
    if (u === "/madec") return new Response(mkc());
    if (u === "/madeg") return new Response(mkg() as any);
    if (u === "/maded") return new Response(mkd());
    if (u === "/throw") { await Bun.sleep(1); throw new Error("x"); }
    return new Response(S());
  },
  async error() { const a = S(); await Bun.sleep(1); als.enterWith("inerror"); return new Response(a + S() + " " + await new Response(mk()).text() + log); },
} as any;
for (const [name, s] of [["none", Bun.serve(options)], ["run", als.run("outer", () => Bun.serve(options))]] as any) {
  console.log(name, await als.run("F", async () => (await s.fetch("/throw").catch((e: any) => e.message))));
    for (const p of ["/made", "/madelate", "/throw"]) {
      log.length = 0;
      const t = await (await fetch(new URL(p, s.url))).text();
      console.log(name, p, t, log.join(", "));
    }
    for (const p of ["/madec", "/madeg", "/maded"]) {
      const got = new Promise(r => { cancelled = r; setTimeout(r, 1000, "not"); });
      const c = net.connect(s.port, "127.0.0.1"); c.write(`GET ${p} HTTP/1.1\r\nhost: x\r\n\r\n`);
      await new Promise((r) => c.once("data", r)); c.destroy();
      console.log(name, p, await got);
    }
  s.stop(true);
}
