// @covers Response.redirect, Response.error
import { attempt } from "../../client.ts";
const shown = (r: Response) => [r.status, r.statusText, [...r.headers], r.type, r.redirected, r.body, r.url];
for (const given of [["/x"], ["http://a/b"], ["http://a"], ["x"], [""], [], [null], [undefined], [5], ["http://a b"], ["日"], ["http://é/ü"], ["/x", 301], ["/x", 302], ["/x", 303], ["/x", 307], ["/x", 308], ["/x", 300], ["/x", 304], ["/x", 200], ["/x", "301"], ["/x", { status: 307 }], ["/x", { headers: { a: "1" } }], ["/x", { status: 200 }], ["/x", { status: 308, statusText: "zz", headers: { location: "/y", b: "2" } }], ["/x", null], ["a\nb"], [new URL("http://a/b?c#d")], [{}], ["  /x "], ["/x", undefined], ["/x", 0], ["/x", 99999], ["mailto:x"], ["HTTP://A/../b"], ["//x/y"], ["?q"], ["/a b"], ["/é"]] as any[]) await attempt(JSON.stringify(given), () => shown((Response.redirect as any)(...given)));
await attempt("error", () => shown(Response.error()));
