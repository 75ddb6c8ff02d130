// @covers Request
// @difference raw-target-bytes node
// The URL of a request is built from what the client said.
import { parse, raw } from "../../client.ts";
const server = Bun.serve({ port: 0, fetch: (req: Request) => new Response(`${req.url} ${req.headers.get("host")}`) });
for (const host of ["example.com", "example.com:80", "EXAMPLE.com:8080", "", "a b", "[::1]:5", "127.0.0.1", "münchen", "a/b", "user@host.test", "a,b", "localhost:99999"])
  console.log(JSON.stringify(host), parse(await raw(server, Buffer.from(`GET /p?q HTTP/1.1\r\nHost: ${host}\r\n\r\n`, "latin1"))).body || "no body");
for (const path of ["/", "/a/../b", "/a/./b", "//x/y", "/a//b", "/%2e%2e/x", "/a?b=c?d", "/?", "/a%20b", "/caf\xc3\xa9", "/caf\xe9", '/"<>`{}|^\\', "/a;b,c", "/%zz", "/%00", "/a#frag"])
  console.log(JSON.stringify(path), parse(await raw(server, `GET ${path} HTTP/1.1\r\nHost: host.test\r\n\r\n`)).body || "no body");
await server.stop(true);
