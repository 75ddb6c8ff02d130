// @covers Serve.Options.routes, Serve.Options.development, Serve.Development.hmr
// When changed sources are seen: never in production, at the next request in development.
import { writeFileSync } from "node:fs";
import { listen } from "../../client.ts";
import { get, page, run, site } from "./_site.ts";

for (const [index, development] of [false, { hmr: false }].entries()) {
  const write = (text: string): void => writeFileSync(`m${index}.ts`, `globalThis.result = "${text}";`);
  write("before it is imported");
  site({ [`i${index}.html`]: `<title>one</title><script src=m${index}.ts></script>` });
  const html = await page(`i${index}.html`);
  write("before start");
  const server = Bun.serve({ ...listen(), development, routes: { "/": html } });
  write("before the first request");
  console.log(development, await run(server, "/"));
  write("after it");
  console.log(development, await run(server, "/"));
  site({ [`i${index}.html`]: `<title>two</title><script src=m${index}.ts></script>` });
  console.log(/<title>.*<\/title>/.exec((await get(server, "/")).body)?.[0]);
  await server.stop(true);
}
