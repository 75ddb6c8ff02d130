// @covers ReadableStream, Request.signal, Request.body
// Which async context the callbacks of streams, timers, readers and signals run in.
import { AsyncLocalStorage } from "node:async_hooks";
import net from "node:net";
const als = new AsyncLocalStorage<string>();
const S = () => String(als.getStore());
const log: string[] = [];
let cancelled: (v: any) => void, arrived: () => void = () => {};
const options = {
  port: 0, idleTimeout: 0,
  async fetch(req: Request): Promise<Response> {
    arrived();
    const u = new URL(req.url).pathname;
    const enter = new URL(req.url).searchParams.get("enter");
    if (enter) als.enterWith(enter);
    if (u === "/pulls") { let n = 0; return new Response(new ReadableStream({ start() { log.push("start " + S()); }, async pull(c) { log.push("pull " + S()); await 1; log.push("pull later " + S()); c.enqueue("x"); if (++n === 3) c.close(); } })); }
    if (u === "/pulls0") { let n = 0; return new Response(new ReadableStream({ pull(c) { log.push("pull0 " + S()); c.enqueue("x"); if (++n === 3) c.close(); } }, { highWaterMark: 0 })); }
    if (u === "/pullslow") { let n = 0; return new Response(new ReadableStream({ async pull(c) { log.push("pulls " + S()); await Bun.sleep(5); c.enqueue("x"); if (++n === 3) c.close(); } }, { highWaterMark: 0 })); }
    if (u === "/gen") { await Bun.sleep(1); return new Response(async function* () { log.push("gen " + S()); als.enterWith("ingen"); yield "a"; log.push("gen2 " + S()); await Bun.sleep(1); log.push("gen3 " + S()); yield "b"; } as any); }
    if (u === "/direct") { await Bun.sleep(1); return new Response(new ReadableStream({ type: "direct", async pull(c: any) { log.push("direct " + S()); als.enterWith("indirect"); c.write("a"); await Bun.sleep(1); log.push("direct2 " + S()); c.end(); } } as any)); }
    if (u === "/transform") { const t = new TransformStream({ transform(x, c) { log.push("transform " + S()); c.enqueue(x); } }); return new Response(new ReadableStream({ pull(c) { log.push("tp " + S()); c.enqueue("x"); c.close(); } }).pipeThrough(t)); }
    if (u === "/cancel") return new Response(new ReadableStream({ start(c) { c.enqueue("x"); }, cancel() { cancelled("cancel " + S()); } }));
    if (u === "/abort") { req.signal.addEventListener("abort", () => cancelled("abort " + S())); await new Promise(() => {}); }
    if (u === "/abort2") { req.signal.onabort = () => cancelled("onabort " + S()); await new Promise(() => {}); }
    if (u === "/body") { log.push("b1 " + S()); const t = await req.text(); log.push("b2 " + S()); return new Response(t); }
    if (u === "/bodystream") { for await (const c of req.body!) log.push("bs " + S()); return new Response(S()); }
    if (u === "/then") return req.text().then((t) => { log.push("then " + S()); return new Response(t); });
    if (u === "/timers") { setTimeout(() => log.push("timeout " + S()), 10); queueMicrotask(() => log.push("micro " + S())); setImmediate(() => log.push("imm " + S())); process.nextTick(() => log.push("tick " + S())); await Bun.sleep(30); return new Response("t"); }
    return new Response(S());
  },
} as any;
for (const [name, s] of [["none", Bun.serve(options)], ["run", als.run("outer", () => Bun.serve(options))]] as any) {
  for (const e of ["", "?enter=E"]) {
    for (const p of ["/pulls", "/pulls0", "/pullslow", "/gen", "/direct", "/transform", "/timers"]) {
      log.length = 0;
      const t = await (await fetch(new URL(p + e, s.url))).text();
      console.log(name, p + e, t, log.join(", "));
    }
    for (const p of ["/body", "/bodystream", "/then"]) {
      log.length = 0;
      const t = await (await fetch(new URL(p + e, s.url), { method: "POST", body: "hello" })).text();
      console.log(name, p + e, t, log.join(", "));
    }
    for (const p of ["/cancel", "/abort", "/abort2"]) {
      const got = new Promise(r => { cancelled = r; });
      const arrival = new Promise<void>(r => { arrived = r; });
      const c = net.connect(s.port, "127.0.0.1"); c.write(`GET ${p}${e} HTTP/1.1\r\nhost: x\r\n\r\n`);
      c.on("error", () => {});
      await arrival; await Bun.sleep(20); c.destroy();
      console.log(name, p + e, await got);
    }
  }
  s.stop(true);
}
