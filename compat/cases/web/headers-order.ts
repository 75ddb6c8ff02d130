// @covers Headers
import { attempt } from "../../client.ts";
const h: any = new Headers();
for (const [name, value] of [["Set-Cookie", "a=1"], ["Zed", "1"], ["B", "2"], ["set-COOKIE", "b=2"], ["Content-Type", "x/y"], ["accept", "q"], ["B", "3"], ["cookie", "a"], ["cookie", "b"], ["a", "b"], ["Date", "d"], ["X-Frame-Options", "f"], ["server", "s"]]) h.append(name, value);
console.log(JSON.stringify([...h]));
console.log(JSON.stringify([...h.keys()]), JSON.stringify([...h.values()]), JSON.stringify([...h.entries()]));
console.log(JSON.stringify(h.toJSON()), h.count, JSON.stringify(h.getAll("set-cookie")), JSON.stringify(h.getSetCookie()), h.get("set-cookie"));
console.log(h);
h.delete("set-cookie");
h.set("zed", "2");
console.log(h.has("set-cookie"), h.count, JSON.stringify(h));
const copy: any = new Headers(h);
copy.set("own", "1");
console.log(h.has("own"), copy.count);
h.forEach(function (this: any, value: string, name: string, all: any) { console.log(name, value, all === h, this.q); }, { q: 1 });
