// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import http2 from "node:http2";
import { data, headers, request, talk } from "./_frames.ts";
import { connect } from "./_client.ts";

const server = Bun.serve({
  port: 0,
  http2: true,
  maxRequestBodySize: 1000,
  fetch: async (request: Request) =>
    new Response(new URL(request.url).pathname === "/unread" ? "unread" : await request.text()),
} as any);
const port = server.port ?? 0;
const expected: [string, string] = ["expect", "100-continue"];
const whole = /^(DATA|HEADERS) \d.* end$|RST/;
console.log(await talk(port, [headers(1, request("/", [expected], "POST"), false), data(1, "abc")], whole));
console.log(await talk(port, [headers(1, request("/", [expected], "POST"))], whole));
console.log(await talk(port, [headers(1, request("/unread", [expected], "POST"), false)], /RST/));
console.log(await talk(port, [headers(1, request("/", [expected, ["content-length", "0"]], "POST"), false)], /RST/));
console.log(await talk(port, [headers(1, request("/", [expected, ["content-length", "1001"]], "POST"), false)], /RST/));
console.log(await talk(port, [headers(1, request("/", [["expect", "other"]], "POST"), false), data(1, "abc")], whole));

const client = connect(server);
const stream = client.request({ ":path": "/", ":method": "POST", expect: "100-continue" });
await new Promise<void>((resolve) => {
  stream.on("continue", () => {
    console.log("continue");
    stream.end("content");
  });
  stream.on("response", (fields) => console.log(fields[http2.constants.HTTP2_HEADER_STATUS]));
  stream.setEncoding("utf8");
  stream.on("data", (text) => console.log(text));
  stream.on("close", resolve);
});
client.destroy();
await server.stop(true);
process.exit(0);
