// @covers Serve.UnixServeOptions.unix
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { ask, shown } from "./_ask.ts";

const serve = (unix: string) => {
  try {
    Bun.serve({ unix, fetch: () => new Response("second") }).stop(true);
    console.log(unix, "listens");
  } catch (error) {
    console.log(shown(error));
  }
};
const first = Bun.serve({ unix: "live.sock", fetch: () => new Response("first") });
serve("live.sock");
console.log(await ask("live.sock"));
first.stop(true);
serve("live.sock");
writeFileSync("file", "content");
serve("file");
console.log(readFileSync("file", "utf8"));
mkdirSync("folder");
serve("folder");
symlinkSync("nowhere", "link");
serve("link");
console.log(existsSync("nowhere"));
