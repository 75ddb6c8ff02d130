// @covers Server.fetch
// server.fetch takes what fetch takes beside a URL, and which URLs are its own.
const s = Bun.serve({ port: 0, async fetch(req) { return new Response([req.method, req.headers.get("x"), await req.text(), new URL(req.url).pathname].join("|")); } });
const d = (e: any) => [e.constructor?.name, e.name, e.code, e.message].join("|");
const f: any = s.fetch.bind(s);
for (const [n, a] of Object.entries({ a: ["/p", { method: "PUT", headers: { x: "1" }, body: "b" }], b: [new Request(s.url, { method: "POST", body: "q" }), { method: "PUT", body: "z", headers: { x: "2" } }], c: ["/p", { method: "bad method" }], d: ["/p", null], e: ["/p", 5], f: ["/p", { method: "GET", body: "x" }], g: ["/p", "str"], h: ["/p", { headers: [["x", "y"]] }], i: ["?q=1", {}], j: ["rel", {}], k: ["http://a/zz", { method: "DELETE" }], l: ["//h/p", {}], m: ["/p", { signal: AbortSignal.abort() }], o: ["/p", { headers: { "bad name": "x" } }] } as Record<string, any[]>)) { try { console.log(n, await (await f(...a)).text()); } catch (e) { console.log(n, "THROWS", d(e)); } }
s.stop(true);
