// @covers Serve.Options.routes
// Which attributes name files, and what becomes of them.
import { listen } from "../../client.ts";
import { get, outline, page, site } from "./_site.ts";

const tags = [
  '<img srcset="f.png">', '<link rel="preload" as="script" href="m.js">', '<link rel="modulepreload" href="m.js">',
  '<link rel="prefetch" href="other.html">', '<link rel="preload" as="style" href="s.css">',
  '<link rel="alternate stylesheet" href="s.css">', '<link rel="canonical" href="f.png">', '<link href="f.png">',
  '<iframe src="other.html"></iframe>', '<embed src="f.png">', '<object data="f.png"></object>',
  '<input type="image" src="f.png">', '<track src="f.png">', '<svg><image href="f.png"/><use href="f.png#a"/></svg>',
  '<noscript><img src="f.png"></noscript>', '<template><img src="f.png"></template>', '<textarea><img src="f.png"></textarea>',
  '<img src=f.png><img SRC="f.png"><IMG src=\'f.png\'>', "<img src='f.png' src='g.png'>", '<a href="f.png">a</a>',
  '<meta name="twitter:image" content="f.png">', '<div style="background: url(f.png)">x</div>',
  "<style>p { background: url(f.png) }</style>", '<script type="text/template" src="m.js"></script>',
  '<script type="module" src="m.js">text</script>', '<script src="m.js" async></script>', '<script src="s.css"></script>',
  '<link rel=stylesheet href="m.js">', '<script src="f.png"></script>', '<link rel="stylesheet" href="s.css" integrity="x">',
  '<script type="module">import "./m.js"; console.log(2)</script>', '<script lang="ts">let x: number = 1</script>',
  '<link rel="stylesheet" href="https://x/y.css"><script src="http://x/y.js"></script>', '<link rel="ICON" href="f.png">',
  '<link rel="STYLESHEET" href="s.css">', '<link rel=" stylesheet " href="s.css">', '<source src="f.png"><source srcset="g.png">',
  '<link rel="shortcut icon" href="f.png">', '<link rel="apple-touch-icon" href="f.png">', '<link rel="mask-icon" href="f.png">',
  '<link rel="manifest" href="d.json"><img src="d.json">', '<link rel="manifest" href="other.html">',
  '<link rel="preload" as="video" href="f.png"><link rel="preload" as="audio" href="f.png"><link rel="preload" as="IMAGE" href="f.png">',
  '<link rel="preload" as="track" href="f.png"><link rel="preload" as="fetch" href="d.json">', '<link as="font" href="f.png">',
  '<img src=""><img src="#frag"><img src="data:x"><img src="node:fs">', '<script src=""></script>', '<img src="f.png?x=1#h">',
  '<link rel="stylesheet" href="./s.css?v=1">', '<img src="/f.png"><img src="sub/../f.png"><img src="./sub/f.png">',
  '<img src="we ird.png">', '<!-- <img src="f.png"> --><xmp><img src="f.png"></xmp>', '<img data-src="f.png">',
];
const files = { "f.png": "f", "g.png": "g", "sub/f.png": "f2", "we ird.png": "w", "d.json": "{}", "m.js": "console.log(1)", "s.css": "a{color:red}", "other.html": "<p>" };
site({ ...files, ...Object.fromEntries(tags.map((tag, index) => [`p${index}.html`, tag])) });
const routes: Record<string, Bun.HTMLBundle> = {};
for (const index of tags.keys()) routes[`/${index}`] = await page(`p${index}.html`);
const server = Bun.serve({ ...listen(), development: false, routes });
for (const [index, tag] of tags.entries()) {
  const { status, body } = await get(server, `/${index}`);
  console.log(tag, "→", status.slice(9), outline(body));
}
await server.stop(true);
