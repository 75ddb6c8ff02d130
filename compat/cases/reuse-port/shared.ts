// @covers Serve.HostnamePortServeOptions.reusePort
import { raw } from "../../client.ts";

const serve = (port: number, name: string) =>
  Bun.serve({ port, hostname: "127.0.0.1", reusePort: true, fetch: () => new Response(name) });
const first = serve(0, "first");
const second = serve(first.port ?? 0, "second");
console.log(first.port === second.port);
const replies = await Promise.all(
  Array.from({ length: 80 }, () =>
    raw(first.port ?? 0, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
  ),
);
const of = (name: string) => replies.filter((reply) => reply.endsWith(name)).length;
console.log(of("first") > 0, of("second") > 0, of("first") + of("second"));
await first.stop(true);
console.log((await raw(second.port ?? 0, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")).endsWith("second"));
await second.stop(true);
