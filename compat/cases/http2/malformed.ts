// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
// What is malformed is reset (RFC 9113 section 8.1.1) and reaches no handler; the next request is served.
import { data, type Field, headers, request, talk } from "./_frames.ts";

const seen: string[] = [];
const server = Bun.serve({
  port: 0,
  http2: true,
  async fetch(request: Request) {
    const { pathname } = new URL(request.url);
    seen.push(`${request.method} ${pathname} ${request.headers.get("host")}`);
    await request.text().catch(() => {});
    return new Response("served");
  },
} as any);
const port = server.port ?? 0;
const plain = request("/");
const without = (name: string): Field[] => plain.filter(([field]) => field !== name);
const sections: [string, Field[]][] = [
  ["upper case", request("/", [["X-A", "1"]])],
  ["connection", request("/", [["connection", "close"]])],
  ["keep-alive", request("/", [["keep-alive", "timeout=5"]])],
  ["transfer-encoding", request("/", [["transfer-encoding", "chunked"]])],
  ["upgrade", request("/", [["upgrade", "websocket"]])],
  ["te", request("/", [["te", "gzip"]])],
  ["te trailers", request("/", [["te", "trailers"]])],
  ["no method", without(":method")],
  ["no path", without(":path")],
  ["no scheme", without(":scheme")],
  ["no authority", without(":authority")],
  ["two paths", [...plain, [":path", "/b"]]],
  ["behind a field", [["a", "b"], ...plain]],
  ["unknown", [...plain, [":unknown", "1"]]],
  ["of a reply", [...plain, [":status", "200"]]],
  ["empty path", request("")],
  ["relative path", request("relative")],
  ["space in path", request("/a b")],
  ["asterisk", request("*")],
  ["bad method", request("/", [], "G T")],
  ["same host", request("/", [["host", "host.test"]])],
  ["other host", request("/", [["host", "other.test"]])],
  ["host alone", [...without(":authority"), ["host", "alone.test"]]],
  ["two hosts", [...without(":authority"), ["host", "a.test"], ["host", "b.test"]]],
  ["empty authority", [...without(":authority"), [":authority", ""]]],
  ["user", [...without(":authority"), [":authority", "user@host.test"]]],
  ["connect", [[":method", "CONNECT"], [":authority", "host.test:1"]]],
  ["connect with path", request("/", [], "CONNECT")],
];
const until = /RST|GOAWAY|end$/;
for (const [name, fields] of sections) console.log(name, await talk(port, [headers(1, fields)], until));
const lengths: [string, Field[]][] = [
  ["not a number", [["content-length", "abc"]]],
  ["negative", [["content-length", "-1"]]],
  ["twice", [["content-length", "3"], ["content-length", "3"]]],
  ["too long", [["content-length", "4"]]],
];
for (const [name, fields] of lengths)
  console.log(name, await talk(port, [headers(1, request("/", fields, "POST"), false), data(1, "abc")], until));
console.log(await talk(port, [headers(1, request("/", [["X", "1"]])), headers(3, plain)], /DATA 3/));
console.log(seen.join("\n"));
await server.stop(true);
process.exit(0);
