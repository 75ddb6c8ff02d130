// @covers Response
import { attempt } from "../../client.ts";
for (const member of ["text", "json", "bytes", "arrayBuffer", "blob", "formData", "clone"]) {
  const call = (r: any) => r[member]();
  const ended = (value: any) => value?.constructor?.name ?? String(value);
  await attempt(`${member} after text`, async () => { const r = new Response("{}"); await r.text(); return ended(await call(r)); });
  await attempt(`${member} while locked`, async () => { const r = new Response("{}"); r.body!.getReader(); return ended(await call(r)); });
  await attempt(`${member} of null`, async () => ended(await call(new Response(null))));
  await attempt(`${member} of null again`, async () => { const r = new Response(null); await r.text(); return [r.bodyUsed, ended(await call(r))]; });
  await attempt(`${member} on another`, async () => (Response.prototype as any)[member].call({}));
}
await attempt("cancelled", async () => { const r = new Response("abc"); await r.body!.cancel(); return [r.bodyUsed, await r.text()]; });
await attempt("half read", async () => { const r = new Response("abc"); const reader = r.body!.getReader(); await reader.read(); reader.releaseLock(); return [r.bodyUsed, await r.text()]; });
await attempt("locked stream", () => { const s = new ReadableStream(); s.getReader(); return new Response(s).status; });
await attempt("read stream", async () => { const s = new ReadableStream({ start(c) { c.close(); } }); for await (const _ of s); return new Response(s).status; });
await attempt("failing stream", () => new Response(new ReadableStream({ start(c) { c.error(new Error("bad")); } })).text());
await attempt("failing generator", () => new Response(async function* () { yield "a"; throw new Error("bad"); } as any).text());
await attempt("number in stream", () => new Response(new ReadableStream({ start(c) { c.enqueue(5); c.close(); } })).text());
for (const member of ["status", "ok", "headers", "body", "bodyUsed", "url", "type", "redirected", "statusText"]) await attempt(`${member} of the prototype`, () => (Response.prototype as any)[member]);
