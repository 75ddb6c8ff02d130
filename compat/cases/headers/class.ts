// @covers Headers
import { attempt } from "../../client.ts";
await attempt("order", () => [...new Headers({ b: "2", A: "1", "set-cookie": "x=1" })]);
await attempt("append", () => { const h = new Headers(); h.append("a", "1"); h.append("A", " 2 "); return h.get("a"); });
await attempt("set cookie", () => { const h = new Headers(); h.append("Set-Cookie", "a=1"); h.append("set-cookie", "b=2"); return [h.get("set-cookie"), h.getSetCookie(), [...h]]; });
await attempt("delete", () => { const h = new Headers({ a: "1" }); h.delete("A"); return h.has("a"); });
await attempt("getAll", () => { const h: any = new Headers(); h.append("Set-Cookie", "a=1"); h.append("Set-Cookie", "b=2"); return h.getAll("set-cookie"); });
await attempt("getAll of another", () => (new Headers({ a: "1" }) as any).getAll("a"));
await attempt("toJSON", () => (new Headers({ b: "2", A: "1", "Content-Type": "x/y" }) as any).toJSON());
await attempt("toJSON cookies", () => { const h: any = new Headers(); h.append("set-cookie", "a=1"); h.append("set-cookie", "b=2"); return h.toJSON(); });
await attempt("count", () => (new Headers({ b: "2", A: "1" }) as any).count);
await attempt("JSON.stringify", () => JSON.stringify(new Headers({ a: "1" })));
await attempt("forEach", () => { const seen: any[] = []; new Headers({ b: "2", a: "1" }).forEach((value, name, all) => seen.push([name, value, all instanceof Headers])); return seen; });
await attempt("from Headers", () => [...new Headers(new Headers({ "X-A": "1" }))]);
await attempt("from pairs", () => [...new Headers([["a", "1"], ["a", "2"]])]);
await attempt("from Map", () => [...new Headers(new Map([["a", "1"]]) as any)]);
await attempt("from nothing", () => [...new Headers()]);
await attempt("tag", () => Object.prototype.toString.call(new Headers()));
for (const bad of [null, 5, "x", [["a"]], [5]]) try { new Headers(bad as any); console.log(JSON.stringify(bad), "accepted"); } catch (error: any) { console.log(JSON.stringify(bad), error.constructor.name); }
