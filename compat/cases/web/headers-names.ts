// @covers Headers
import { attempt } from "../../client.ts";
for (const name of ["", "a b", "a\n", "ä", "a:", "日", "a\0", "(a)", "a/b", 5, null, undefined, "__proto__", "A-b_c", "a@", "a!#$%&'*+-.^_`|~"] as any[]) {
  await attempt(`set ${JSON.stringify(name)}`, () => { const h = new Headers(); h.set(name, "1"); return [...h]; });
  await attempt(`get ${JSON.stringify(name)}`, () => String(new Headers().get(name)));
  await attempt(`has ${JSON.stringify(name)}`, () => new Headers().has(name));
  await attempt(`delete ${JSON.stringify(name)}`, () => new Headers().delete(name));
  await attempt(`init ${JSON.stringify(name)}`, () => [...new Headers([[name, "1"]])]);
}
for (const member of ["get", "set", "has", "append", "delete", "forEach", "getAll"]) await attempt(`${member} without arguments`, () => (new Headers() as any)[member]());
for (const member of ["get", "set", "has", "append", "delete", "forEach", "keys", "toJSON"]) await attempt(`${member} on another`, () => (Headers.prototype as any)[member].call({}, "a", "b"));
