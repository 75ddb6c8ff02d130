// @covers Bun.Cookie
import { attempt } from "../../client.ts";

const C: any = Bun.Cookie;
const texts = ["a=b", "a", "", "=b", "a=", "  a = b ", "a=b; Path=/x; HttpOnly", "a=b;path", "a=b; Path=", "a=b; path=x", "a=b; Domain=.X.com", "a=b; domain=", "a=b; max-age=5", "a=b; Max-Age=x",
  "a=b; max-age=-1", "a=b; max-age=1.5", "a=b; max-age=99999999999999999999", "a=b; Max-Age= 5 ", "a=b; max-age= 5", "a=b; max-age=--5", "a=b; max-age=5 6", "a=b; Max-Age=+5", "a=b; Max-Age=5x", "a=b; max-age=", "a=b; max-age=0",
  "a=b; max-age=9223372036854775807", "a=b; max-age=9223372036854775808", "a=b; secure=x", "a=b; Secure", "a=b; SameSite=Strict", "a=b; SameSite=none", "a=b; samesite=x", "a=b; samesite", "a=b; sAmEsItE=StRiCt", "a=b; Partitioned",
  "a=b; foo=bar; httponly", "a=%20x", "a=%zz", "a=%ff", 'a="q"', "a=b; a=c", "a b=c", "a=b=c", "a=b;;", "é=ü", "a=b\n", "a=b; Path=/a; Path=/b", "%41=b", "a=b; PATH=/%20", "a=日", 'a=b; Path="/x"', "a=b; secure; secure", ";a=b",
  "a=b,c=d", "a=b; domain=X.COM", "a=b; domain=é", "a=b; domain=a b", "a=b; path=/a b", "a=b\t; secure", "\ta=b", "a =b", "a= b", "ab", "a=\x01", "a=\x7f", "a= ", "=", "==", "a=b; =c; secure", "a=é", "a=b; domain=x.com; domain=", "a=b; path=/x; path="];
for (const text of texts) await attempt(JSON.stringify(text), () => { const c = C.parse(text); return `${JSON.stringify(c)} ${c}`; });
for (const text of ["a", "", "=b", "a=b; Path=/x", " a=b"]) await attempt(`new ${JSON.stringify(text)}`, () => String(new C(text)));
await attempt("nothing", () => C.parse());
for (const value of [5, null, undefined, {}, Symbol("x")]) await attempt(typeof value, () => String(C.parse(value)));
