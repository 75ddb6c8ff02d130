// @covers Server.url
import { attempt } from "../../client.ts";
import { curl } from "./_curl.ts";

const own = `n${String(process.pid).padStart(8, "0")}`;
const masked = (text: string) => text.replaceAll(own, "<own>");
for (const name of [`${own}/a b`, `${own}Upper`, `${own}é`, `${own}.`, own + "q".repeat(106 - own.length)]) {
  const server = Bun.serve({ unix: `\0${name}`, fetch: () => new Response("x") });
  await attempt(masked(name), () => masked(server.url.href));
  console.log(await curl(name));
  server.stop(true);
}
await attempt("too long", () => Bun.serve({ unix: `\0${"q".repeat(107)}`, fetch: () => new Response("x") }));
const nul = Bun.serve({ unix: `\0${own}\0x`, fetch: () => new Response("x") });
await attempt("NUL inside", () => nul.url.href);
nul.stop(true);
