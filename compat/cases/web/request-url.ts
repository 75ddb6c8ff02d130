// @covers Request
import { attempt } from "../../client.ts";
for (const url of [undefined, null, "", "/x", "x", "http://a", "HTTP://A/../b?c=d#e", "http://u:p@a/", "http://a b", "file:///x", "data:,x", 5, {}, new URL("http://a/b"), "//a/b", "http://a:99999", "http://é.com/ü?ü", "about:blank", "http:a", "mailto:x@y", { url: "http://u/" }, [], "  http://a/  ", "http://a/%zz", "ftp://a", "http://a/a b?c d#e f"] as any[]) await attempt(JSON.stringify(url) ?? "undefined", () => new Request(url).url);
await attempt("object with text", () => new Request({ toString: () => "http://z/" } as any).url);
await attempt("symbol", () => new Request(Symbol("x") as any).url);
await attempt("nothing", () => new (Request as any)().url);
