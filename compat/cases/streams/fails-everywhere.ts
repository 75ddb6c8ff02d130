// @covers Response, Serve.Options.error, Serve.Options.development
// Content that fails at each moment, and what is no content: with and without an error handler, in both modes.
import { raw, listen, parse } from "../../client.ts";
const d = (e: any) => e && typeof e === "object" ? [e.constructor?.name, e.name, e.code, e.message].join("|") : typeof e + " " + String(e);
let out: string[] = [];
const E = (m: string) => { const e = new Error(m); e.stack = "Error: " + m; return e; };
const mk: Record<string, () => any> = {
  start: () => new ReadableStream({ start() { throw E("start"); } }),
  startasync: () => new ReadableStream({ async start() { throw E("startasync"); } }),
  startasynclate: () => new ReadableStream({ async start() { await Bun.sleep(5); throw E("startasynclate"); } }),
  starterr: () => new ReadableStream({ start(c) { c.error(E("starterr")); } }),
  startenqerr: () => new ReadableStream({ start(c) { c.enqueue("x"); c.error(E("startenqerr")); } }),
  pull: () => new ReadableStream({ pull() { throw E("pull"); } }),
  pullasync: () => new ReadableStream({ async pull() { await Bun.sleep(2); throw E("pullasync"); } }),
  pullsecond: () => { let n = 0; return new ReadableStream({ pull(c) { if (n++) throw E("pullsecond"); c.enqueue("x".repeat(300)); } }); },
  pullsecondlate: () => { let n = 0; return new ReadableStream({ async pull(c) { if (n++) { await Bun.sleep(10); throw E("pullsecondlate"); } c.enqueue("x"); } }); },
  errundefined: () => new ReadableStream({ start(c) { c.error(); } }),
  errstring: () => new ReadableStream({ start(c) { c.error("text"); } }),
  errnull: () => new ReadableStream({ async pull(c) { throw null; } }),
  erresponse: () => new ReadableStream({ async pull(c) { throw new Response("resp", { status: 418 }); } }),
  badchunk: () => new ReadableStream({ start(c) { c.enqueue({ a: 1 }); c.close(); } }),
  badnum: () => new ReadableStream({ start(c) { c.enqueue(1); c.close(); } }),
  badlate: () => { let n = 0; return new ReadableStream({ async pull(c) { await Bun.sleep(3); if (n++) c.enqueue(null); else c.enqueue("ok"); } }); },
  badundef: () => new ReadableStream({ start(c) { c.enqueue(undefined); c.enqueue("a"); c.close(); } }),
  gen: () => (async function* () { throw E("gen"); })(),
  gensecond: () => (async function* () { yield "x".repeat(300); throw E("gensecond"); })(),
  genlate: () => (async function* () { yield "x"; await Bun.sleep(10); throw E("genlate"); })(),
  genfn: () => async function* () { throw E("genfn"); },
  genbad: () => (async function* () { yield { a: 1 }; })(),
  gennull: () => (async function* () { yield null; yield "a"; yield undefined; yield "b"; })(),
  gennum: () => (async function* () { yield 1; })(),
  genarr: () => (async function* () { yield ["a"]; })(),
  genblob: () => (async function* () { yield new Blob(["blob"]); })(),
  genfin: () => (async function* () { try { yield "a"; throw E("genfin"); } finally { out.push("finally"); } })(),
  it: () => ({ [Symbol.asyncIterator]() { throw E("it"); } }),
  it2: () => ({ [Symbol.asyncIterator]() { return {}; } }),
  it3: () => ({ [Symbol.asyncIterator]() { return { next() { return { done: true }; } }; } }),
  it4: () => ({ [Symbol.asyncIterator]() { return { async next() { return 5; } }; } }),
  it5: () => ({ [Symbol.asyncIterator]() { let n = 0; return { async next() { return { done: n++ > 1, value: "v" + n }; }, return() { out.push("return called"); } }; } }),
  genret: () => (async function* () { yield "a"; return "retval"; })(),
  blob: () => new Blob(["x"]).stream().pipeThrough(new TransformStream({ transform() { throw E("transform"); } })),
  flush: () => new Blob(["x"]).stream().pipeThrough(new TransformStream({ flush() { throw E("flush"); } })),
  decode: () => new Blob([new Uint8Array([0xff, 0xfe, 0xff])]).stream().pipeThrough(new TextDecoderStream("utf-8", { fatal: true })),
  gunzip: () => new Blob(["not gzip"]).stream().pipeThrough(new DecompressionStream("gzip")),
  doubleclose: () => new ReadableStream({ start(c) { c.enqueue("a"); c.close(); try { c.close(); } catch (e) { out.push("c " + d(e)); } try { c.enqueue("b"); } catch (e) { out.push("e " + d(e)); } try { c.error(E("z")); } catch (e) { out.push("r " + d(e)); } } }),
  bytes: () => new ReadableStream({ type: "bytes", start(c) { c.enqueue(new Uint8Array([65])); try { (c as any).enqueue("str"); } catch (e) { out.push("e " + d(e)); } c.close(); } }),
  bytesempty: () => new ReadableStream({ type: "bytes", pull(c) { try { c.enqueue(new Uint8Array(0)); } catch (e) { out.push("e " + (e as any).name); } c.close(); } }),
  empties: () => new ReadableStream({ start(c) { c.enqueue(""); c.enqueue(new Uint8Array(0)); c.enqueue("a"); c.enqueue(""); c.close(); } }),
  hwm: () => new ReadableStream({ start(c) { out.push("ds" + c.desiredSize); c.enqueue("a"); out.push("ds" + c.desiredSize); c.close(); } }, new CountQueuingStrategy({ highWaterMark: 3 })),
};
for (const [development, handler, status] of [[true, true, 200], [true, false, 404], [false, true, 404], [false, false, 200]] as [boolean, boolean, number][]) {
  const server = Bun.serve({ ...listen(), development, fetch(req) { const k = new URL(req.url).pathname.slice(1); return new Response(mk[k]!(), { status, headers: { "x-a": "b" } }); }, ...(handler ? { error(e: any) { out.push("error: " + d(e)); return new Response("handled " + (e?.message ?? e), { status: 555 }); } } : {}) });
  for (const k in mk) for (const m of status === 200 ? ["GET", "HEAD"] : ["GET"]) {
    out = [];
    const text = await raw(server, `${m} /${k} HTTP/1.1\r\nHost: x\r\n\r\n`, { limit: 2000 });
    await Bun.sleep(3);
    const failed = /<(reset|closed)>$/.test(text);
    const r = parse(text);
    console.log(`## dev=${development} handler=${handler} ${status} ${m} ${k}: ${failed ? "CUT" : r.status + " " + r.fields.filter(([n]) => n !== "Date" && !(r.status.includes(" 500 ") && /content-length/i.test(n))).map((f) => f.join(": ")).join(", ") + " " + (r.body.startsWith("<!") ? "PAGE" : JSON.stringify(r.body.replace(/(.)\1{30,}/g, (m, c) => `[${c}*${m.length}]`)))} ${out.join("; ")}`);
  }
  await server.stop(true);
}
process.exit(0);
