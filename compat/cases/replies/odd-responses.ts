// @covers Response, Response.json, Serve.Options.error
// Responses in odd states and of odd kinds: shared, cloned, read, locked, thrown, returned as something else.
import { listen, raw, request, parse } from "../../client.ts";
const d = (e: any) => e && typeof e === "object" ? [e.constructor?.name, e.name, e.code, e.message].join("|") : typeof e + " " + String(e);
let out: string[] = [];
const r1 = new Response("shared"); const blob = new Blob(["blobby"], { type: "x/y" });
let stored: any;
const hs: Record<string, (r: any) => any> = {
  shared: () => r1, cloned: () => r1.clone(), blob: () => new Response(blob), storedstream: () => (stored ??= new Response(new ReadableStream({ start(c) { c.enqueue("s"); c.close(); } }))),
  async readthensend() { const x = new Response("abc"); await x.text(); return x; },
  locked() { const x = new Response(new ReadableStream({ start(c) { c.enqueue("l"); c.close(); } })); x.body!.getReader(); return x; },
  async partly() { const x = new Response(new ReadableStream({ start(c) { c.enqueue("p1"); c.enqueue("p2"); c.close(); } })); const rd = x.body!.getReader(); await rd.read(); rd.releaseLock(); return x; },
  cloneafter() { const x = new Response(new ReadableStream({ start(c) { c.enqueue("ca"); c.close(); } })); const c = x.clone(); c.text().then((v) => out.push("clone " + v)); return x; },
  bodyof() { return new Response(new Response("inner").body); },
  samebody() { const b = new ReadableStream({ start(c) { c.enqueue("sb"); c.close(); } }); const a = new Response(b); const c = new Response(b); return c; },
  both(r) { return new Response(r.body ? r.clone().body : "nobody"); },
  async reqtwice(r) { const a = await r.text(); try { await r.json(); } catch (e) { return new Response(a + d(e)); } return new Response("?"); },
  json: () => Response.json({ a: [1, { b: null }], d: new Date(0), u: undefined, n: NaN }), jsoninit: () => Response.json("s", { status: 201, headers: { "content-type": "x/json" } }), jsonbig: () => Response.json(1n as any), jsonundef: () => Response.json(undefined), jsoncyc: () => { const a: any = {}; a.a = a; return Response.json(a); }, tojson: () => Response.json({ toJSON() { return "tj"; } }),
  redirect: () => Response.redirect("/x", 307), error: () => Response.error(), st101: () => new Response(null, { status: 101 }), st599: () => new Response("x", { status: 599 }), st304: () => new Response("body", { status: 304 }), st204: () => new Response("body", { status: 204 }), st205: () => new Response("body", { status: 205 }), st204s: () => new Response(new ReadableStream({ pull() { out.push("pulled"); }, cancel(r) { out.push("cancelled " + r); } }, { highWaterMark: 0 }), { status: 204 }),
  sub: () => new (class extends Response { x = 1; })("sub", { headers: { s: "1" } }), proto: () => Object.create(Response.prototype), plain: () => ({ status: 200 }), str: () => "text", num: () => 5, nul: () => null, arr: () => [new Response("x")], prom: () => Promise.resolve(Promise.resolve(new Response("pp"))), thenable: () => ({ then(f: any) { f(new Response("th")); } }), thrown: () => { throw new Response("thrown resp", { status: 418 }); }, rejected: () => Promise.reject(new Response("rej resp", { status: 418 })), rejundef: () => Promise.reject(), errobj: () => new Error("returned"), fnresp: () => () => new Response("f"),
};
for (const handler of [false, true]) {
  const server = Bun.serve({ ...listen(), development: false, fetch(req) { return hs[new URL(req.url).pathname.slice(1)]!(req); }, ...(handler ? { error(e: any) { out.push("E " + (e instanceof Response ? "Response" + e.status : d(e))); return handler ? new Response("handled", { status: 555 }) : undefined as any; } } : {}) });
  for (const k in hs) for (let i = 0; i < (/shared|stored|blob/.test(k) ? 2 : 1); i++) for (const m of ["GET", "HEAD", "POST"]) { if (m === "POST" && !/both|reqtwice/.test(k) || m === "HEAD" && /locked|partly|st205/.test(k)) continue; out = []; const t = await raw(server, request(m, "/" + k, {}, m === "POST" ? "pb" : undefined), { limit: 2000 }); await Bun.sleep(2); const r = parse(t); console.log(handler, m, k, JSON.stringify([r.status, r.fields.filter(([n]) => n !== "Date").map((f) => f.join(": ")), r.body]), out.join("; ")); }
  server.stop(true);
}
process.exit(0);
