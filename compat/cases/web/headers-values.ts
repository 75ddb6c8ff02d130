// @covers Headers
import { attempt } from "../../client.ts";
for (const value of ["", " ", "a\r\nb", "a\nb", "\n", "a\0", "é", "日", " x ", "\tx\t", "a\tb", "\x01", "\x7f", "\r", "x\r\n", "\ud800", 5, null, undefined, {}, [1, 2], true] as any[]) {
  await attempt(`set ${JSON.stringify(value)}`, () => { const h = new Headers(); h.set("a", value); return [...h]; });
  await attempt(`append ${JSON.stringify(value)}`, () => { const h = new Headers({ "content-type": "x" }); h.append("content-type", value); return [...h]; });
  await attempt(`init ${JSON.stringify(value)}`, () => [...new Headers({ "X-a": value })]);
}
