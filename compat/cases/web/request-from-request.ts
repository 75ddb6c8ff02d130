// @covers Request
import { attempt } from "../../client.ts";
const full: RequestInit = { method: "PUT", body: "abc", headers: { x: "1" }, redirect: "manual", cache: "no-cache", mode: "same-origin" };
const shown = async (r: Request) => [r.method, r.url, [...r.headers], r.cache, r.mode, r.redirect, r.body === null, await r.text()];
for (const init of [undefined, null, {}, 5, { method: "PATCH" }, { headers: {} }, { headers: { z: "1" } }, { body: null }, { body: "q" }, { body: undefined }, { cache: "reload" }, { redirect: "error" }, { method: "GET" }] as any[]) await attempt(JSON.stringify(init) ?? "undefined", () => shown(new Request(new Request("http://a/", full), init)));
await attempt("keeps the first", async () => { const a = new Request("http://a/", full); const b = new Request(a); return [await b.text(), a.bodyUsed, await a.text()]; });
await attempt("another URL", async () => { const a = new Request("http://a/", full); return [await shown(new Request("http://z/", a)), a.bodyUsed]; });
await attempt("URL object", () => shown(new Request(new URL("http://z/"), full)));
await attempt("plain object", () => shown(new Request({ url: "http://o/", method: "PUT", headers: { q: "1" }, body: "z" } as any, { method: "PATCH" })));
await attempt("from a response", () => shown(new Request("http://b/", new Response("abc", { headers: { x: "1" } }) as any)));
await attempt("used", async () => { const a = new Request("http://a/", full); await a.text(); return shown(new Request(a, { body: "n" })); });
await attempt("signal", () => { const c = new AbortController(); const a = new Request("http://a/", { signal: c.signal }); const b = new Request(a); c.abort(3); return [b.signal.aborted, b.signal.reason]; });
await attempt("clone", async () => { const a = new Request("http://a/", full); const b = a.clone(); b.headers.set("x", "2"); return [await shown(a), await shown(b)]; });
