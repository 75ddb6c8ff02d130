// @covers Response
// What is no known source becomes text; whether the reply says that it is text depends on the class.
import { raw, listen } from "../../client.ts";
const enc = new TextEncoder();
const kinds: Record<string, () => any> = {
  str: () => "héllo", empty: () => "", num: () => 42, zero: () => 0, nan: () => NaN, bool: () => false, big: () => 10n, nul: () => null, undef: () => undefined,
  obj: () => ({ a: 1 }), objts: () => ({ toString() { return "custom"; } }), date: () => new Date(0), regex: () => /x/g, arr: () => [1, "b", null, undefined, { c: 1 }], arrnest: () => [[1, 2], ["a"]], map: () => new Map([[1, 2]]), set: () => new Set([1]), err: () => new Error("boom"),
  fn: () => function foo() { return 1; }, arrow: () => () => 1, cls: () => class A {}, gen: () => function* () { yield "a"; yield "b"; }, genobj: () => (function* () { yield "a"; })(), agen: () => async function* () { yield "a"; }, agenobj: () => (async function* () { yield "a"; yield enc.encode("b"); })(),
  proxy: () => new Proxy({}, {}), strobj: () => new String("so"), numobj: () => new Number(3), u8: () => enc.encode("u8"), u16: () => new Uint16Array([0x6161, 0x6262]), f64: () => new Float64Array([1.5]), dv: () => new DataView(enc.encode("dataview").buffer, 4, 2), ab: () => enc.encode("ab").buffer, sab: () => { const s = new SharedArrayBuffer(2); new Uint8Array(s).set([65, 66]); return s; }, u8sab: () => { const s = new SharedArrayBuffer(2); new Uint8Array(s).set([65, 66]); return new Uint8Array(s); },
  buf: () => Buffer.from("buf"), emptyu8: () => new Uint8Array(0), emptyab: () => new ArrayBuffer(0),
  blob: () => new Blob(["blob"]), blobt: () => new Blob(["blob"], { type: "text/x-y" }), bloba: () => new Blob(["x"], { type: "application/json" }), emptyblob: () => new Blob([]), emptyblobt: () => new Blob([], { type: "a/b" }), file: () => new File(["file"], "a.txt"), filet: () => new File(["file"], "a.txt", { type: "x/y" }), fileh: () => new File(["<p>"], "a.html"), slice: () => new Blob(["0123456789"]).slice(2, 5, "q/r"),
  usp: () => new URLSearchParams({ a: "1 2", b: "é&=" }), uspe: () => new URLSearchParams(), url: () => new URL("http://x/y"), headers: () => new Headers({ a: "b" }), promise: () => Promise.resolve("p"), sym: () => Symbol("s"), response: () => new Response("inner"), request: () => new Request("http://a/"), abort: () => AbortSignal.abort(), weak: () => new WeakMap(), asyncit: () => ({ [Symbol.asyncIterator]: async function* () { yield "it"; } }), it: () => ({ [Symbol.iterator]: function* () { yield "it"; } }),
  stream: () => new ReadableStream({ start(c) { c.enqueue("s"); c.close(); } }), streame: () => new ReadableStream({ start(c) { c.close(); } }), blobs: () => new Blob(["bs"], { type: "b/s" }).stream(), resb: () => new Response("rb").body, resbj: () => Response.json({}).body,
};
const inits: Record<string, any> = {
  none: undefined, json: { headers: { "content-type": "application/json" } }, empty: { headers: { "Content-Type": "" } }, cl: { headers: { "content-length": "3" } }, te: { headers: { "transfer-encoding": "chunked" } }, st: { status: 201, statusText: "Yes", headers: { "x-a": "1" } }, h: { headers: new Headers({ "Content-Type": "a/b" }) },
};
const server = Bun.serve({ ...listen(), development: false, fetch(req) {
  const u = new URL(req.url); const [, k, i] = u.pathname.split("/");
  let body; try { body = kinds[k!]!(); const init = inits[i!]; return init === undefined ? new Response(body) : new Response(body, init); } catch (e: any) { return new Response("threw " + e.name + ": " + e.message + " " + e.code); }
}, error(e: any) { return new Response("error " + e.name + ": " + e.message + " " + e.code); } });
for (const k of Object.keys(kinds)) for (const i of Object.keys(inits)) for (const m of i === "none" || i === "json" ? ["GET", "HEAD"] : ["GET"]) {
  const t = await raw(server, `${m} /${k}/${i} HTTP/1.1\r\nHost: x\r\n\r\n`, { limit: 800 });
  console.log(m, k, i, JSON.stringify(t.replace(/\r\nDate: [^\r]*/, "")));
}
server.stop(true);
