// @covers Serve.HostnamePortServeOptions.http2
// @difference http2-errors
// @env BUNSHIM_WIRE=
// Frames that break the protocol (RFC 9113 sections 5.1 and 6); others are served afterwards.
import { data, frame, headers, number, request, section, talk } from "./_frames.ts";

const server = Bun.serve({
  port: 0,
  http2: true,
  fetch: () => new Response("served"),
} as any);
const port = server.port ?? 0;
const setting = (id: number, value: number) => frame(4, 0, 0, Buffer.concat([Buffer.from([0, id]), number(value)]));
const programs: [string, Uint8Array[]][] = [
  ["content of no stream", [frame(0, 0, 0, "abc")]],
  ["content of a stream that is not open", [data(7, "abc")]],
  ["headers of no stream", [frame(1, 5, 0, section(request("/")))]],
  ["a stream of the server's", [headers(2, request("/"))]],
  ["a window that grows by nothing", [frame(8, 0, 0, number(0))]],
  ["a window that overflows", [frame(8, 0, 0, number(0x7fffffff)), frame(8, 0, 0, number(0x7fffffff))]],
  ["a reset of no stream", [frame(3, 0, 0, number(8))]],
  ["a short ping", [frame(6, 0, 0, "abc")]],
  ["a setting out of range", [setting(2, 2)]],
  ["a frame size out of range", [setting(5, 100)]],
  ["a continuation of nothing", [frame(9, 4, 1, section(request("/")))]],
  ["an interrupted field section", [frame(1, 1, 1, section(request("/"))), frame(6, 0, 0, "12345678")]],
  ["a frame that is too large", [frame(1, 5, 1, "a".repeat(16_385))]],
  ["an unknown entry of the table", [frame(1, 5, 1, Buffer.from([0xff, 0xff, 0x7f]))]],
  ["padding that is too long", [frame(1, 13, 1, Buffer.concat([Buffer.from([255]), section(request("/"))]))]],
];
for (const [name, frames] of programs) console.log(name, await talk(port, frames, /RST|GOAWAY|end$/));
console.log(await talk(port, [headers(1, request("/"))], /end$/));
await server.stop(true);
process.exit(0);
