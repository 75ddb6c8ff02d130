// @covers Serve.Options.routes
// Style sheets of links and of scripts, in the order of the document, in one file; small assets inside.
import { listen } from "../../client.ts";
import { get, loaded, page, picture, site } from "./_site.ts";

site({
  "i.html": '<head><script src=m.ts></script><link rel=stylesheet href=c2.css><link rel=stylesheet href=sub/c3.css media=print></head>',
  "m.ts": 'import "./c1.css"; import names from "./n.module.css"; globalThis.names = names;',
  "c1.css": ".c1{color:red}", "c2.css": '@import "./c4.css"; @import url("https://x/y.css"); .c2{color:red}',
  "sub/c3.css": ".c3{background:url(../p.png)}.c5{background:url(big.png)}.c6{background:url(https://x/z.png)}.c7{background:url(#f)}",
  "c4.css": ".c4{color:red}", "n.module.css": ".local{color:red}", "p.png": picture, "sub/big.png": new Uint8Array(131_072),
});
const server = Bun.serve({ ...listen(), development: false, routes: { "/": await page("i.html") } });
const { body } = await get(server, "/");
const sheets = loaded(body).filter((url) => url.endsWith(".css"));
console.log(sheets.length, body.replace(/chunk-\w+\./g, "chunk.").trim());
const css = (await get(server, sheets[0] ?? "/")).body;
console.log([...css.matchAll(/\.c\d/g)].map(([name]) => name).join(" "));
console.log(/data:[^,]*,.{10}/.exec(css)?.[0], /\/big-[0-9a-z]{8}\.png/.exec(css)?.[0], css.includes("https://x/z.png"), css.includes("#f"), /@import.*https:\/\/x\/y\.css/.test(css), css.includes("../p.png"));
await server.stop(true);
