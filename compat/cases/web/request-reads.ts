// @covers Request
import { attempt } from "../../client.ts";
const post = () => new Request("http://a", { method: "POST", body: "{}" });
const ended = (value: any) => value?.constructor?.name ?? String(value);
for (const member of ["text", "json", "bytes", "arrayBuffer", "blob", "formData", "clone"]) {
  await attempt(`${member} after text`, async () => { const r: any = post(); await r.text(); return ended(await r[member]()); });
  await attempt(`${member} while locked`, async () => { const r: any = post(); r.body.getReader(); return ended(await r[member]()); });
  await attempt(`${member} of none`, async () => ended(await (new Request("http://a") as any)[member]()));
  await attempt(`${member} on another`, async () => (Request.prototype as any)[member].call({}));
}
for (const member of ["url", "method", "headers", "body", "bodyUsed", "signal", "cache", "mode", "redirect"]) await attempt(`${member} of the prototype`, () => (Request.prototype as any)[member]);
await attempt("extended", () => { const r: any = new Request("http://a"); r.foo = 1; Object.defineProperty(r, "url", { value: "zz" }); return [r.foo, r.url, Object.keys(r)]; });
await attempt("structuredClone", () => structuredClone(new Request("http://a")));
