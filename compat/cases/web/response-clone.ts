// @covers Response
import { attempt } from "../../client.ts";
const stream = () => new ReadableStream({ start(c) { c.enqueue("a"); c.enqueue("b"); c.close(); } });
for (const [name, body] of [["text", "abc"], ["null", null], ["bytes", new Uint8Array([65])], ["blob", new Blob(["x"], { type: "a/b" })], ["stream", stream()], ["generator", async function* () { yield "a"; yield "b"; }]] as [string, any][])
  await attempt(name, async () => { const r = new Response(body, { status: 201, statusText: "S", headers: { a: "1" } }); const c = r.clone(); c.headers.set("a", "2"); return [await r.text(), await c.text(), c.status, c.statusText, r.headers.get("a"), c.headers.get("content-type"), r.bodyUsed, c.bodyUsed]; });
await attempt("is a Response", () => { const c = new Response("x").clone(); return [c instanceof Response, c.constructor.name]; });
await attempt("wrapped again", async () => { const r = new Response("abc", { headers: { a: "1" } }); const w = new Response(r.body, r); return [await w.text(), w.headers.get("a")]; });
await attempt("extended", () => { class Mine extends Response { constructor() { super("x", { status: 201 }); } get z() { return 5; } } const m = new Mine(); return [m.status, m.z, m instanceof Response, m instanceof Mine, new Response() instanceof Mine, Mine.name, Mine.json(1) instanceof Mine]; });
await attempt("structuredClone", () => structuredClone(new Response("x")));
