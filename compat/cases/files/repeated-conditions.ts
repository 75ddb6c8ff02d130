// @covers Serve.Options.routes
// Of several fields of one name the first counts.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { listen, parse, raw } from "../../client.ts";
import { CHANGED, folder, put } from "./_reply.ts";

const root = folder();
const file = put(path.join(root, "a.txt"));
mkdirSync(path.join(root, "d"));
put(path.join(root, "d/a.txt"));
const headers = { ETag: '"e"', "Last-Modified": CHANGED };
const server = Bun.serve({
  ...listen(),
  routes: {
    "/static": new Response("S", { headers }),
    "/file": new Response(Bun.file(file), { headers: { ETag: '"e"' } }),
    "/d/*": { dir: path.join(root, "d") },
    "/handler": () => new Response(Bun.file(file), { headers }),
  } as any,
  fetch: () => new Response("fetch"),
});
const before = "Mon, 01 Jan 2024 00:00:00 GMT";
const fields: Record<string, string[]> = {
  "If-None-Match": ['"x"', '"e"', "*", ""],
  "If-Match": ['"x"', '"e"', "*", ""],
  "If-Modified-Since": [CHANGED, before, "x", ""],
  "If-Unmodified-Since": [CHANGED, before, "x", ""],
  Range: ["bytes=1-2", "bytes=3-4", "x", "", "bytes=1-2,3-4"],
  "If-Range": ['"e"', '"x"', CHANGED, before, ""],
};
for (const target of ["/static", "/file", "/d/a.txt", "/handler"]) {
  for (const [name, values] of Object.entries(fields)) {
    for (const first of values) {
      const replies: string[] = [];
      for (const second of values) {
        const range = name === "If-Range" ? "Range: bytes=5-6\r\n" : "";
        const { status, body } = parse(await raw(server, `GET ${target} HTTP/1.1\r\nHost: test\r\n${range}${name}: ${first}\r\n${name.toLowerCase()}: ${second}\r\n\r\n`));
        replies.push(`${status.slice(9, 12)} ${body}`);
      }
      console.log(target, name, JSON.stringify(first), replies.join(" | "));
    }
  }
}
await server.stop(true);
