// @covers Response, Request
// A server that passes requests on with fetch, and what it gets back: as it came, around its body, read, cloned.
import { raw, listen, request, parse } from "../../client.ts";
import { gzipSync, brotliCompressSync } from "node:zlib";
const d = (e: any) => e && typeof e === "object" ? [e.constructor?.name, e.name, e.code, e.message].join("|") : String(e);
const gz = gzipSync("hello gzip"), br = brotliCompressSync(Buffer.from("hello br"));
let seen: string[] = [];
const up = Bun.serve({ port: 0, idleTimeout: 0, routes: {
  "/text": new Response("plain text", { headers: { "x-up": "1", "set-cookie": "a=b" } }),
  "/json": Response.json({ a: 1 }), "/gzip": () => new Response(gz, { headers: { "content-encoding": "gzip", "content-type": "text/plain" } }), "/br": () => new Response(br, { headers: { "content-encoding": "br" } }),
  "/204": new Response(null, { status: 204 }), "/304": () => new Response(null, { status: 304, headers: { etag: '"x"' } }), "/404": () => new Response("nf", { status: 404, statusText: "Nope" }), "/500": () => new Response("err", { status: 500 }), "/redirect": () => Response.redirect("/text"), "/empty": () => new Response(""),
  "/stream": () => new Response(new ReadableStream({ async pull(c) { for (let i = 0; i < 3; i++) { c.enqueue("s" + i); await Bun.sleep(10); } c.close(); } })), "/cookies": () => new Response("c", { headers: [["set-cookie", "a=1"], ["set-cookie", "b=2"]] }),
  "/echo": async (r) => { seen.push(`${r.method} ${r.headers.get("content-length")} ${r.headers.get("transfer-encoding")} ${r.headers.get("content-type")}`); return new Response(r.body); },
  "/method": (r) => new Response(r.method + " " + r.headers.get("x-h")), "/cut": () => new Response(new ReadableStream({ async pull(c) { c.enqueue("x".repeat(300)); await Bun.sleep(10); c.error(new Error("up")); } })), "/big": () => new Response("b".repeat(1 << 20)), "/never": () => new Promise<Response>(() => {}),
} });
const U = (p: string) => up.url.origin + p;
const px: Record<string, (req: Request) => any> = {
  direct: (r) => fetch(U(new URL(r.url).search.slice(1))),
  async aw(r) { return await fetch(U(new URL(r.url).search.slice(1))); },
  async body(r) { const x = await fetch(U(new URL(r.url).search.slice(1))); return new Response(x.body, x); },
  async bodyh(r) { const x = await fetch(U(new URL(r.url).search.slice(1))); return new Response(x.body, { status: x.status, headers: x.headers }); },
  async text(r) { const x = await fetch(U(new URL(r.url).search.slice(1))); return new Response(await x.text(), { headers: { "x-s": String(x.status) } }); },
  async clone(r) { const x = await fetch(U(new URL(r.url).search.slice(1))); const c = x.clone(); return new Response((await c.text()) + "|" + (await x.text())); },
  async blob(r) { const x = await fetch(U(new URL(r.url).search.slice(1))); return new Response(await x.blob()); },
  async manual(r) { return fetch(U(new URL(r.url).search.slice(1)), { redirect: "manual" }); },
  async raw(r) { return fetch(U(new URL(r.url).search.slice(1)), { decompress: false } as any); },
  async req(r) { return fetch(new Request(U(new URL(r.url).search.slice(1)), r)); },
  async req2(r) { return fetch(U(new URL(r.url).search.slice(1)), { method: r.method, headers: r.headers, body: r.body }); },
  async req3(r) { return fetch(U(new URL(r.url).search.slice(1)), r as any); },
  async used(r) { const x = await fetch(U(new URL(r.url).search.slice(1))); await x.text(); return x; },
  async twice(r) { const x = await fetch(U(new URL(r.url).search.slice(1))); try { await x.text(); await x.text(); } catch (e) { return new Response(d(e)); } return x; },
  async iter(r) { const x = await fetch(U(new URL(r.url).search.slice(1))); let n = 0; for await (const c of x.body as any) n += c.length; return new Response(String(n)); },
  async signal(r) { try { return await fetch(U("/never"), { signal: AbortSignal.timeout(20) }); } catch (e) { return new Response(d(e)); } },
  async refused(r) { try { return await fetch("http://127.0.0.1:1/"); } catch (e: any) { return new Response([e.name, e.code].join()); } },
  refused2: () => fetch("http://127.0.0.1:1/"),
};
const server = Bun.serve({ ...listen(), development: false, idleTimeout: 0, async fetch(req) { const k = new URL(req.url).pathname.slice(1); return px[k]!(req); }, error(e: any) { return new Response("ERR " + [e.name, e.code].join(), { status: 502 }); } });
const show = (t: string, echo = false) => { const r = parse(t); const enc = /content-encoding/i.test(t.split("\r\n\r\n")[0]!); return JSON.stringify([r.status, r.fields.filter(([n]) => !/^(date|user-agent)$/i.test(n) && !(echo && /^(content-type|content-length|transfer-encoding)$/i.test(n))).map((f) => f.join(": ")).sort(), enc && !r.body.startsWith("hello") ? "ENCODED" : r.body.replace(/(.)\1{30,}/g, (m, c) => `[${c}*${m.length}]`)]); };
for (const k of ["direct", "aw", "body", "bodyh", "text", "clone", "manual", "used", "twice", "iter"]) for (const p of ["/text", "/json", "/204", "/304", "/404", "/500", "/redirect", "/empty", "/cookies"]) for (const m of k === "direct" ? ["GET", "HEAD"] : ["GET"]) { console.log(m, k, p, show(await raw(server, `${m} /${k}?${p} HTTP/1.1\r\nHost: x\r\n\r\n`, { limit: 1500 }))); }
for (const k of ["req", "req2", "req3"]) for (const [m, p, h, b] of [["POST", "/echo", { "content-type": "a/b" }, "hello"], ["PUT", "/echo", {}, ""], ["GET", "/method", { "x-h": "1" }, undefined], ["DELETE", "/method", { "x-h": "2" }, undefined], ["POST", "/echo", { "transfer-encoding": "chunked" }, "3\r\nabc\r\n0\r\n\r\n"]] as any) { seen = []; console.log(k, m, p, show(await raw(server, request(m, `/${k}?${p}`, h, b), { limit: 1500 }), true), seen.join()); }
for (const k of ["signal", "refused", "refused2"]) console.log(k, show(await raw(server, request("GET", "/" + k), { limit: 1500 })));
up.stop(true); server.stop(true); process.exit(0);
