// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
// Frames that are allowed and rare, and the limit of streams at a time.
import { data, END_HEADERS, END_STREAM, frame, headers, number, request, section, talk } from "./_frames.ts";

const waiting = Promise.withResolvers<void>();
const server = Bun.serve({
  port: 0,
  http2: true,
  async fetch(request: Request) {
    if (new URL(request.url).pathname === "/wait") await waiting.promise;
    return new Response((await request.text()) || "served");
  },
} as any);
const port = server.port ?? 0;
const get = headers(1, request("/"));
const open = headers(1, request("/", [], "POST"), false);
const block = section(request("/"));
const until = /DATA \d+ .*end$|RST|GOAWAY/;
const programs: [string, Uint8Array[]][] = [
  ["plain", [get]],
  ["continuations", [frame(1, END_STREAM, 1, block.subarray(0, 3)), frame(9, 0, 1, block.subarray(3, 9)), frame(9, END_HEADERS, 1, block.subarray(9))]],
  ["padded headers", [frame(1, END_HEADERS | END_STREAM | 8, 1, Buffer.concat([Buffer.from([2]), block, Buffer.alloc(2)]))]],
  ["padded data", [open, frame(0, END_STREAM | 8, 1, Buffer.from([3, 65, 66, 0, 0, 0]))]],
  ["empty data", [open, data(1, "", false), data(1, "ab", false), data(1, "", true)]],
  ["priority", [frame(2, 0, 1, Buffer.from([0, 0, 0, 0, 1])), get]],
  ["unknown type", [frame(77, 0, 0, "abc"), get]],
  ["unknown setting", [frame(4, 0, 0, Buffer.from([0, 99, 0, 0, 0, 1])), get]],
  ["trailers", [open, data(1, "abc", false), headers(1, [["x-trailer", "1"]])]],
  ["content at once", [open, data(1, "abc")]],
  ["window", [frame(8, 0, 0, number(1)), get]],
  ["ping", [frame(6, 0, 0, "12345678"), get]],
];
for (const [name, frames] of programs) console.log(name, await talk(port, frames, until));
const requests = Array.from({ length: 258 }, (_, at) => headers(2 * at + 1, request("/wait")));
console.log(await talk(port, requests, /RST_STREAM 515/));
waiting.resolve();
await server.stop(true);
process.exit(0);
