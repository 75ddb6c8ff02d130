// @covers Serve.Options.routes
import { listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

const made = folder();
const file = put(`${made}/f.txt`);
const empty = put(`${made}/empty.txt`, "");
const server = Bun.serve({
  ...listen(),
  routes: {
    "/route": Bun.file(file),
    "/d/*": { dir: made },
    "/handler": () => new Response(Bun.file(file)),
    "/empty": Bun.file(empty),
    "/empty-handler": () => new Response(Bun.file(empty)),
  },
  fetch: () => new Response("fetch"),
});
const ranges = [
  "bytes=0-", "bytes=0-0", "bytes=9-9", "bytes=9-", "bytes=10-", "bytes=10-10", "bytes=0-9", "bytes=0-10", "bytes=0-99999999999", "bytes=-1", "bytes=-0", "bytes=-10", "bytes=-11", "bytes=-",
  "bytes=", "bytes", "bytes=5-4", "bytes=a-b", "bytes=1-b", "bytes=-a", "bytes=+1-2", "bytes=1-+2", "bytes=1--2", "bytes=--1", "bytes=1.0-2", "bytes=0x1-2", "bytes=1e0-2", "bytes=01-02", "bytes=1 -2", "bytes=1- 2",
  "bytes = 1-2", " bytes=1-2", "Bytes=1-2", "BYTES=1-2", "bytes:1-2", "bytes=1-2;", "bytes=1-2,", "bytes=,1-2", "bytes=1-2,4-5", "bytes=0-0,-1", "bytes=1-2, 99-", "bytes=99-, 1-2", "bytes=0-,0-,0-,0-", "items=0-1", "none",
  "bytes=18446744073709551615-", "bytes=18446744073709551616-", "bytes=0-18446744073709551615", "bytes=0-18446744073709551616", "bytes=-18446744073709551615", "bytes=-18446744073709551616", "bytes=9223372036854775807-", "bytes=9223372036854775808-",
  "bytes=4294967296-", "bytes=-4294967297", "bytes=1-2 ", "bytes=1-2\t", "bytes=\t1-2", "bytes=1-2 3-4", "bytes=٣-", "bytes=1_0-",
];
for (const path of ["/route", "/d/f.txt", "/handler", "/empty", "/empty-handler"]) {
  for (const range of ranges) await reply(server, "GET", path, { Range: Buffer.from(range, "utf8").toString("latin1") });
}
await server.stop(true);
