// @covers Serve.DirectoryRouteOptions.dir
import { listen } from "../../client.ts";
import { CHANGED, reply } from "../files/_reply.ts";
import { tree } from "./_tree.ts";

const { served } = tree();
const server = Bun.serve({ ...listen(), routes: { "/s/*": { dir: served } } });
const weak = (await fetch(new URL("/s/a.txt", server.url))).headers.get("etag") ?? "";
console.log(weak);
const strong = weak.slice(2);
const asked: Record<string, string>[] = [
  { "If-None-Match": weak },
  { "If-None-Match": strong },
  { "If-None-Match": "*" },
  { "If-None-Match": '"x"' },
  { "If-Modified-Since": CHANGED },
  { "If-Modified-Since": "Tue, 02 Jan 2024 03:04:04 GMT" },
  { Range: "bytes=1-2" },
  { Range: "bytes=100-" },
  { Range: "bytes=0-1,2-3" },
  { Range: "bytes=-1" },
  { Range: "bytes=1-2", "If-Range": CHANGED },
  { Range: "bytes=1-2", "If-Range": weak },
  { Range: "bytes=1-2", "If-Range": strong },
  { Range: "bytes=1-2", "If-Range": "Tue, 02 Jan 2024 03:04:06 GMT" },
  { "If-Match": weak },
  { "If-Match": "*" },
  { "If-Match": '"x"' },
  { "If-Unmodified-Since": "Tue, 02 Jan 2024 03:04:04 GMT" },
  { "If-Unmodified-Since": CHANGED },
];
for (const headers of asked) {
  await reply(server, "GET", "/s/a.txt", headers);
  await reply(server, "HEAD", "/s/a.txt", headers);
  await reply(server, "POST", "/s/a.txt", headers);
}
await reply(server, "GET", "/s/sub/", { Range: "bytes=1-2" });
await reply(server, "GET", "/s/empty.txt", { Range: "bytes=0-" });
await reply(server, "GET", "/s/big.bin", { Range: "bytes=1000-280000" });
await server.stop(true);
