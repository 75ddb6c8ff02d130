// @covers Serve.UnixServeOptions.unix
import { shown } from "../unix/_ask.ts";
import { curl, freshName } from "./_curl.ts";

const name = freshName();
const first = Bun.serve({ unix: `\0${name}`, fetch: () => new Response("first") });
try {
  Bun.serve({ unix: `\0${name}`, fetch: () => new Response("second") });
} catch (error) {
  console.log(JSON.stringify(shown(error).replaceAll(name, "<name>")));
}
console.log(await curl(name));
await first.stop();
const second = Bun.serve({ unix: `\0${name}`, fetch: () => new Response("second") });
console.log(await curl(name));
second.stop(true);
