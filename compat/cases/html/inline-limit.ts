// @covers Serve.Options.routes
// Style sheets hold files below 128 KiB themselves.
import { listen } from "../../client.ts";
import { get, loaded, page, site } from "./_site.ts";

const sizes = [0, 1, 65_536, 131_071, 131_072, 131_073];
site({
  "i.html": "<link rel=stylesheet href=s.css>",
  "s.css": sizes.map((size) => `.s${size}{background:url(./f${size}.bin)}`).join("\n"),
  ...Object.fromEntries(sizes.map((size) => [`f${size}.bin`, new Uint8Array(size).fill(65)])),
});
const server = Bun.serve({ ...listen(), development: false, routes: { "/": await page("i.html") } });
const [sheet = "/"] = loaded((await get(server, "/")).body);
const css = (await get(server, sheet)).body;
for (const size of sizes) console.log(size, new RegExp(`\\.s${size}\\{background:(?:rgba\\(0,0,0,0\\) )?url\\("?(.{24})`).exec(css)?.[1]);
await server.stop(true);
