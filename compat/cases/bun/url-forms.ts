// @covers Bun.pathToFileURL
import { attempt } from "../../client.ts";

process.chdir("/usr/lib");
for (const path of [
  "/a", "a", "/", "//", "///a", "//a", "a//b", "/a/", "a/", ".", "..", "../a", "/a/../b", "/a b", "/%20", "/%", "/a?b", "/a#b", "/\u00e9", "/~", "/a\\b", "\\", "a\\", "\\a", "/[", "/{", "/|", "/^", "/`", '/"', "/<", "/a\nb", "/a\tb", "/:", "/'", "/;", "/+", "/*", "file:///a", "http://x", "C:\\a",
  "\u{1f600}", "/a:b", "/..//a", "/a//", "a/./b",
]) {
  await attempt(JSON.stringify(path), () => Bun.pathToFileURL(path).href);
}
for (const odd of [5, null, undefined, {}, new URL("file:///a"), Symbol("s"), true] as any[]) await attempt(String(odd), () => Bun.pathToFileURL(odd).href);
for (const url of [
  "file:///a", "file:///a%20b", "file:///%", "file:///%zz", "file:///a%2Fb", "file:///a%5Cb", "file:///%C3%BC", "file:///%FF", "file:///a?b#c", "file://h/a", "file://localhost/a", "file:a", "FILE:///A", "http://a/b", "a", "/a", "", "file:", "file:///a/../b", "file:///a/%2e%2e/b",
  "file:////a", " file:///a ", "file:///\u00e9", "file:///a\\b", "file:///%E2%82%AC", "file:///%E2%82", "file:///%41%", "data:,x", "file:///a%23b",
]) {
  await attempt(`text ${url}`, () => Bun.fileURLToPath(url));
  await attempt(`URL ${url}`, () => Bun.fileURLToPath(new URL(url)));
}
for (const odd of [5, null, undefined, {}, { href: "file:///a" }, new String("file:///a")] as any[]) await attempt(`odd ${String(odd)}`, () => Bun.fileURLToPath(odd));
