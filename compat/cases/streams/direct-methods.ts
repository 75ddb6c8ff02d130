// @covers ReadableStream, Response
// What a direct stream writes to: every method, what it returns, what it refuses, and what it says when it is over.
import { listen, parse, raw } from "../../client.ts";
const enc = new TextEncoder();
const d = (e: any) => e && typeof e === "object" ? [e.constructor?.name, e.code, e.message].join("|") : String(e);
let out: string[] = [];
const v = (x: any) => x instanceof Promise ? "Promise" : x === undefined ? "undefined" : typeof x === "object" && x ? Object.prototype.toString.call(x) : String(x);
const t = (n: string, f: () => any) => { try { out.push(`${n}=${v(f())}`); } catch (e) { out.push(`${n} THROWS ${d(e)}`); } };
const cases: Record<string, (c: any) => any> = {
  shape(c) { out.push(Object.prototype.toString.call(c), Object.keys(c).sort().join(), [..."write flush end close start error enqueue desiredSize".split(" ")].map((k) => k + ":" + typeof c[k]).join()); c.end(); },
  writes(c) { t("str", () => c.write("héllo")); t("u8", () => c.write(enc.encode("abc"))); t("ab", () => c.write(new ArrayBuffer(3))); t("dv", () => c.write(new DataView(new ArrayBuffer(4)))); t("empty", () => c.write("")); t("emptyu8", () => c.write(new Uint8Array(0))); t("flush", () => c.flush()); t("flush2", () => c.flush()); t("end", () => c.end()); t("end2", () => c.end()); t("write after", () => c.write("x")); t("flush after", () => c.flush()); t("close after", () => c.close()); },
  bad(c) { for (const [n, x] of Object.entries({ num: 1, nul: null, undef: undefined, obj: {}, arr: [1], bool: true, sym: Symbol("x"), fn: () => 1, date: new Date(0), blob: new Blob(["x"]), big: 1n, strobj: new String("x") })) t(n, () => c.write(x)); t("none", () => c.write()); c.end(); },
  async awaitflush(c) { t("w", () => c.write("a")); const r = await c.flush(); out.push("f " + v(r)); t("w", () => c.write("b".repeat(100000))); const r2 = await c.flush(); out.push("f2 " + v(r2)); const r3 = await c.flush(true); out.push("f3 " + v(r3)); t("end", () => c.end()); },
  close(c) { c.write("x"); t("close", () => c.close()); t("write", () => c.write("y")); },
  closeerr(c) { c.write("x"); t("close", () => c.close(new Error("bad"))); t("write", () => c.write("y")); },
  async closeerrlate(c) { c.write("x"); c.flush(); await Bun.sleep(5); t("close", () => c.close(new Error("bad2"))); t("write", () => c.write("y")); },
  error(c) { c.write("x"); t("error", () => c.error?.(new Error("bad"))); t("write", () => c.write("y")); c.end?.(); },
  enderr(c) { c.write("x"); t("end", () => c.end("more")); },
  nothing(c) { },
  nowrite(c) { c.end(); },
  flushfirst(c) { t("flush", () => c.flush()); c.write("a"); c.end(); },
  async flushfirstlate(c) { t("flush", () => c.flush()); await Bun.sleep(5); c.write("a"); c.end(); },
  async noend(c) { c.write("a"); await Bun.sleep(2); c.write("b"); },
  syncnoend(c) { c.write("a"); },
  timers(c) { c.write("a"); return new Promise<void>((r) => setTimeout(() => { c.write("b"); c.flush(); setTimeout(() => { c.write("c"); c.end(); r(); }, 3); }, 3)); },
  timersnopromise(c) { c.write("a"); c.flush(); setTimeout(() => { t("late", () => c.write("b")); t("end", () => c.end()); }, 5); },
  throwsync(c) { throw new Error("sync"); },
  throwafter(c) { c.write("x"); throw new Error("after"); },
  throwflushed(c) { c.write("x"); c.flush(); throw new Error("flushed"); },
  async throwasync(c) { throw new Error("async"); },
  async throwasynclate(c) { c.write("x"); c.flush(); await Bun.sleep(2); throw new Error("late"); },
  async big(c) { for (let i = 0; i < 20; i++) { c.write("z".repeat(50000)); await c.flush(); } c.end(); },
  async small(c) { for (let i = 0; i < 200; i++) { c.write("z"); if (i % 50 === 0) await 1; } c.end(); },
  start(c) { t("start", () => c.start?.({ highWaterMark: 10 })); c.write("s"); c.end(); },
  async useafter(c) { c.write("a"); c.end(); await Bun.sleep(2); t("write", () => c.write("x")); t("flush", () => c.flush()); t("end", () => c.end()); },
  detached(c) { const { write, end, flush } = c; t("write", () => write("x")); t("flush", () => flush()); t("end", () => end()); c.end(); },
  latin(c) { t("latin", () => c.write("\xe9")); t("emoji", () => c.write("😀")); t("lone", () => c.write("\ud800")); c.end(); },
  endnone(c) { t("end", () => c.end()); },
  noargs(c) { t("w", () => c.write()); t("close null", () => c.close(null)); t("end", () => c.end()); },
  closevals(c) { c.write("a"); t("close", () => c.close("str")); },
  closenum(c) { c.write("a"); t("close", () => c.close(0)); },
  closefalse(c) { c.write("a"); t("close", () => c.close(undefined)); },
  proto(c) { out.push(Object.getOwnPropertyNames(Object.getPrototypeOf(c)).sort().join(), c.constructor.name, String(c instanceof Object), typeof c[Symbol.dispose]); c.end(); },
  thisv(c) { out.push("x"); c.end(); },
  twice(c) { c.write("a"); c.end(); c.close(); c.close(new Error("late")); },
  async rejectend(c) { c.write("a"); c.end(); throw new Error("after end"); },
  async neverends(c) { c.write("a"); c.end(); await new Promise(() => {}); },
  thenable(c) { c.write("a"); return { then(r: any) { setTimeout(() => { c.write("b"); r(); }, 5); } }; },
};

const short = (text: string): string => JSON.stringify(text.replace(/(.)\1{30,}/g, (run, c) => `[${c}*${run.length}]`));
const make = (k: string) => new ReadableStream({ type: "direct", pull(c: any) { return cases[k]!(c); }, cancel(r: any) { out.push("cancel " + d(r)); } } as any);
const server = Bun.serve({ ...listen(), development: false, fetch: (req) => new Response(make(new URL(req.url).pathname.slice(1))), error(e: any) { out.push("error handler " + d(e)); return new Response("handled"); } });
for (const k of Object.keys(cases)) {
  out = [];
  const text = await raw(server, `GET /${k} HTTP/1.1\r\nHost: x\r\n\r\n`, { limit: 400 });
  await Bun.sleep(10);
  // How much of a reply that fails is on its way already depends on the machine.
  const failed = /<(reset|closed|silent)>$/.test(text);
  const reply = parse(text);
  console.log(`${k}: ${failed ? "cut" : `${reply.status} ${/chunked/i.test(text.split("\r\n\r\n")[0] ?? "") ? "chunks" : "whole"} ${short(reply.body)}`}`);
  for (const line of out) console.log(`  ${line}`);
}
await server.stop(true);
// Nobody's reply: the controller is another one.
for (const k of ["awaitflush", "close", "closeerr", "closeerrlate", "error", "enderr", "nowrite", "flushfirst", "noend", "timers", "timersnopromise", "throwsync", "throwafter", "throwasync", "small", "useafter", "detached", "twice"]) {
  out = [];
  let text: string;
  try { text = short(await new Response(make(k)).text()); } catch (e) { text = `throws ${d(e)}`; }
  await Bun.sleep(10);
  console.log(`text() ${k}: ${text}`);
  for (const line of out) console.log(`  ${line}`);
}
process.exit(0);
