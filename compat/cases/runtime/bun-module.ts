// The module "bun".
import { file, serve, sleep } from "bun";
import * as everything from "bun";
console.log(serve === Bun.serve, file === Bun.file, sleep === Bun.sleep, everything.serve === Bun.serve);
console.log(require("bun").serve === Bun.serve, require.resolve("bun"));
const { serve: again } = await import("bun");
console.log(again === serve, typeof everything.write);
using server = serve({ port: 0, fetch: () => new Response("from the module") });
console.log(await (await fetch(server.url)).text());
