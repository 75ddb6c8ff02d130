// @covers Serve.DirectoryRouteOptions.dir
import { listen } from "../../client.ts";
import { reply } from "../files/_reply.ts";
import { tree } from "./_tree.ts";

const { served } = tree();
const server = Bun.serve({ ...listen(), routes: { "/s/*": { dir: served } }, fetch: () => new Response("from fetch", { status: 299 }) });
for (const path of ["", "/", "/a.txt", "/sub", "/sub/", "/sub?x=1", "/sub/?x=1", "/sub/index.html", "/sub/b.js", "/noindex", "/noindex/", "/noindex/x.css", "/nope", "/a%20b.txt", "/%C3%BC.txt", "/a%2520b.txt", "/a+b.txt", "/a%2Bb.txt", "/.hidden", "/.well-known/x", "/empty.txt", "/big.bin", "/a;b", "/a%3Bb", "/~t", "/%7Et", "/ix/", "/ix", "/ix/index.html", "/ix/index.html/deep", "/%41", "/%2541", "/a.tx%74",
  "//a.txt", "/sub//b.js", "/sub/..//a.txt", "/./a.txt", "/sub/.", "/sub/..", "/../secret.txt", "/..", "/.", "/%2e%2e/secret.txt", "/%2e/a.txt", "/..%2fsecret.txt", "/sub%2Fb.js", "/sub%2fb.js", "/sub%5Cb.js", "/back\\slash", "/back%5Cslash", "/..\\secret.txt", "/a.txt/", "/a.txt/x", "/a%00.txt", "/%00", "/q%3Fx", "/h%23x", "/col:on", "/col%3Aon", "/at@x", "/at%40x", "/br[x]", "/br%5Bx%5D", "/q'x", "/q%27x", "/amp&x", "/amp%26x", "/star*", "/star%2A", "/pipe|x", "/pipe%7Cx",
  "/caf%C3%A9/x.txt", "/caf%c3%a9/x.txt", "/caf%E9/x.txt", "/%zz", "/%", "/%4", "/A.TXT", "/a.TXT", "/index.html/", "/...", "/..a", "/a.txt?q", "/a.txt#f", "/a.txt?/../x", "/%20", "/a.txt%20", "/a.txt%2F", "/%2e%2e%2fsecret.txt", "/.%2e/secret.txt", "/sub/%2e%2e/a.txt", "/quote%22x", "/quote\"x", "/less%3Cx", "/tick%60x", "/hat%5Ex", "/curly%7Bx%7D", "/curly{x}", "/new%0Aline", "/a.txt%0A", `/${"a".repeat(300)}`, `/${"a/".repeat(1000)}`])
  await reply(server, "GET", `/s${path}`);
await server.stop(true);
