// @covers Response
import { attempt } from "../../client.ts";
const shown = (r: Response) => [r.status, r.statusText, r.ok, [...r.headers], r.type, r.url, r.redirected];
const inits: [string, unknown][] = [["undefined", undefined], ["null", null], ["number", 5], ["text", "a"], ["object", {}], ["array", []], ["function", () => 1], ["status null", { status: null }], ["status text", { status: "201" }], ["status word", { status: "abc" }], ["status 200.7", { status: 200.7 }], ["status NaN", { status: Number.NaN }], ["status object", { status: { valueOf: () => 202 } }], ["status getter", { get status() { return 203; } }], ["statusText", { statusText: "é" }], ["statusText number", { statusText: 5 }], ["statusText null", { statusText: null }], ["headers null", { headers: null }], ["headers number", { headers: 5 }], ["headers text", { headers: "a" }], ["headers pairs", { headers: [["a", "b"]] }], ["headers", { headers: new Headers({ a: "1" }) }], ["a response", new Response("x", { status: 404, statusText: "Q", headers: { z: "1" } })]];
for (const [name, init] of inits) await attempt(name, () => shown(new Response("b", init as any)));
for (const status of [-1, 0, 99, 100, 101, 102, 199, 200, 204, 205, 304, 418, 599, 600, 999, 65736, 4294967496]) await attempt(`status ${status}`, () => shown(new Response(null, { status })));
for (const status of [204, 205, 304]) await attempt(`body with ${status}`, () => new Response("x", { status }).text());
await attempt("headers stay", () => { const r = new Response("x"); r.headers.set("a", "1"); return [r.headers === r.headers, [...r.headers]]; });
await attempt("headers are copied", () => { const h = new Headers({ a: "1" }); const r = new Response("x", { headers: h }); h.set("a", "2"); return r.headers.get("a"); });
