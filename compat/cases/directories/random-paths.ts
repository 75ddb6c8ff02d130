// @covers Serve.Options.routes
// @limit 40
// Eight hundred paths into three directories, with the names and the links that file systems have.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { listen, parse, raw, request } from "../../client.ts";
import { random } from "../../random.ts";

const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "directories-")));
process.chdir(root);
const NAMES = ["d/a.txt", "d/a b.txt", "d/é.txt", "d/%41.txt", "d/a%b", "d/.hidden", "d/..x", "d/a:b", "d/a\\b", "d/index.html", "d/s/index.html", "d/s/b.css", "d/t/c.js", "d/idx/index.html/inner", "d/A.TXT", "d/x.tar.gz", "d/noext", "d/+plus", "d/q?m", "d/h#h", "d/~t", "d/(p)", "d/u_-.x", "d/emoji😀", "d/e\u0301.txt", "d/deep/1/2/3/4/5.txt", "d/empty/.keep", "d/&amp", "d/'q", "d/\"dq", "d/ lead", "d/trail ", "d/semi;x", "d/eq=x", "d/at@x", "d/comma,x", "d/$d", "d/!b", "d/*star", "d/[br]", "d/{cu}", "d/pi|pe", "d/ca^ret", "d/ba`ck", "d/lt<gt>", "out/secret.txt"];
for (const name of NAMES) {
  fs.mkdirSync(path.dirname(name), { recursive: true });
  fs.writeFileSync(name, name);
  fs.utimesSync(name, 1700000000, 1700000000);
}
const LINKS: Record<string, string> = {
  "d/link": "a.txt", "d/abs": "/a.txt", "d/escape": "../out/secret.txt", "d/escdir": path.join(root, "out"), "d/linkdir": "s", "d/loop": "loop", "d/dangling": "none", "d/s/back": "../d/a.txt", "d/s/up": "..", "d/rootlink": "/", "d/self": ".",
};
for (const [name, to] of Object.entries(LINKS)) fs.symlinkSync(to, name);
const SEGMENTS = ["a.txt", "a%20b.txt", "%C3%A9.txt", "%2541.txt", "%41.txt", "a%25b", ".hidden", "..x", "a:b", "a%3Ab", "a%5Cb", "a\\b", "index.html", "s", "t", "idx", "A.TXT", "a.TXT", "x.tar.gz", "noext", "+plus", "%2Bplus", "q%3Fm", "h%23h", "~t", "%7Et", "(p)", "%28p%29", "u_-.x", "emoji%F0%9F%98%80", "e%CC%81.txt", "deep", "1", "2", "3", "4", "5.txt", "empty", "&amp", "'q", "%27q", "%22dq", "%20lead", "trail%20", "semi;x", "eq=x", "at@x", "comma,x", "$d", "!b", "*star", "%5Bbr%5D", "[br]", "%7Bcu%7D", "pi%7Cpe", "pi|pe", "ca%5Eret", "ca^ret", "ba%60ck", "lt%3Cgt%3E", "link", "abs", "escape", "escdir", "secret.txt", "linkdir", "loop", "dangling", "back", "up", "rootlink", "self", "..", ".", "%2e%2e", "%2E", "", "%00", "%2F", "%2f", "b.css", "c.js", "inner", "nope", "%", "%zz", "%FF", "etc", "passwd", "%c3%a9.txt", "a.txt%00", "a.txt/", "a.txt;x"];

const server = Bun.serve({
  ...listen(),
  development: false,
  routes: { "/d/*": { dir: "d" }, "/p/q/*": { dir: path.join(root, "d") }, "/*": { dir: "d/s" } } as any,
  fetch: () => new Response("fetch"),
});
for (let seed = 0; seed < 800; seed++) {
  const { chance, int, pick } = random(seed * 13);
  const segments = Array.from({ length: 1 + int(4) }, () => pick(SEGMENTS));
  const target = `${pick(["/d/", "/d/", "/d/", "/p/q/", "/"])}${segments.join("/")}${chance(0.1) ? "/" : ""}${chance(0.1) ? "?a=1" : ""}`;
  const method = pick(["GET", "GET", "GET", "HEAD", "POST"]);
  const { status, fields, body } = parse(await raw(server, request(method, target, chance(0.1) ? { Range: "bytes=0-1" } : {}, method === "POST" ? "" : undefined)));
  const shown = fields.filter(([name]) => name !== "Date").map(([name, value]) => `${name.toLowerCase()}: ${value}`).sort();
  console.log(`${method} ${target} ${status.slice(9)} | ${shown.join(" | ")} | ${body}`);
}
await server.stop(true);
process.chdir(os.tmpdir());
fs.rmSync(root, { recursive: true });
