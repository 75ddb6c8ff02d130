// @covers Serve.Options.routes
// How start tags are written whose attributes get new values.
import { listen } from "../../client.ts";
import { get, outline, page, site } from "./_site.ts";

const tags = [
  `<img   alt = 'x'\n  src=f.png  />`, `<img src="f.png"/>`, `<img src=f.png/>`, `<IMG\tSRC='f.png'\talt>`, `<img alt=a"b src="f.png" data-x='"'>`,
  `<img src = "f.png" >`, `<img alt src=f.png alt=2>`, `<video poster=f.png controls\nsrc="f.png" ></video  >`, `<link rel=icon href=f.png / >`,
  `<img src=f.png alt="a  b" =x>`, `<img src="f.png"alt="x">`, `<img src="x.html"  alt=y>`, `<img src="https://x/y"  alt=y>`, `<iframe   src=f.png></iframe>`,
  `<img title=">" src=f.png>`, `<img alt="" src=f.png>`, `<img alt= src=f.png>`, `<p>\r\n<img\r\n src=f.png\r\n>\r\n<p>é😀\r\n<img src='f.png'>`, "\ufeff<p><img src=f.png>",
  "<p>\0 <img src=f.png>\0",
];
site({ "f.png": "f", "x.html": "", ...Object.fromEntries(tags.map((tag, index) => [`p${index}.html`, tag])) });
const routes: Record<string, Bun.HTMLBundle> = {};
for (const index of tags.keys()) routes[`/${index}`] = await page(`p${index}.html`);
const server = Bun.serve({ ...listen(), development: false, routes });
for (const [index, tag] of tags.entries()) {
  const { status, body } = await get(server, `/${index}`);
  console.log(JSON.stringify(tag), "→", status.slice(9), JSON.stringify(outline(body)));
}
await server.stop(true);
