// @covers Serve.Options.routes
import { attempt, listen } from "../../client.ts";
import { reply } from "../files/_reply.ts";

const tables: Record<string, [BodyInit | null, HeadersInit]> = {
  cookies: ["x", [["Set-Cookie", "a=1"], ["X-A", "1"], ["Set-Cookie", "b=2; HttpOnly"]]],
  repeated: ["x", [["X-A", "1"], ["x-a", "2"], ["Vary", "a"], ["vary", "b"]]],
  "content-length": ["hello", { "Content-Length": "2" }],
  "content-length-empty": [null, { "Content-Length": "20" }],
  "content-length-bad": ["hello", { "Content-Length": "x" }],
  "transfer-encoding": ["hello", { "Transfer-Encoding": "chunked" }],
  encoding: [new Uint8Array([31, 139]), { "Content-Encoding": "gzip" }],
  type: ["{}", { "Content-Type": "application/json" }],
  "type-empty": ["x", { "Content-Type": "" }],
  "type-odd": ["x", { "Content-Type": "no/such; charset=latin1" }],
  etag: ["x", { ETag: "W/\"mine\"" }],
  "last-modified": ["x", { "Last-Modified": "Tue, 02 Jan 2024 03:04:05 GMT" }],
  range: ["x", { "Accept-Ranges": "none", "Content-Range": "bytes 0-0/1" }],
  location: [null, { Location: "/ü?x y" }],
  latin: ["x", { "X-Latin": "\u00fc\u00e9" }],
  empty: ["x", { "X-Empty": "" }],
  spaces: ["x", { "X-Spaces": "  a  b  " }],
  case: ["x", { "x-LOWER": "1", "X-Upper": "2", "etag": "\"q\"" }],
  many: ["x", Array.from({ length: 80 }, (_, i): [string, string] => [`X-${i}`, String(i)])],
  security: ["x", { "Strict-Transport-Security": "max-age=1", "Content-Security-Policy": "default-src 'self'", "Cache-Control": "no-store" }],
  hop: ["x", { Upgrade: "h2c", TE: "trailers", "Proxy-Authenticate": "Basic" }],
};
for (const [name, [body, headers]] of Object.entries(tables)) {
  await attempt(name, async () => {
    const server = Bun.serve({ ...listen(), routes: { "/a": new Response(body, { headers }) }, fetch: () => new Response("fetch") });
    await reply(server, "GET", "/a");
    await reply(server, "HEAD", "/a");
    await reply(server, "GET", "/a", { "If-None-Match": "*" });
    await server.stop(true);
    return "served";
  });
}
