// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
// The fields of a reply may be larger than a frame, and than what a client asks for by default.
import { headers, request, talk } from "./_frames.ts";

const server = Bun.serve({
  port: 0,
  http2: true,
  fetch: (request: Request) =>
    new Response("x", { headers: { "x-large": "b".repeat(Number(new URL(request.url).searchParams.get("length"))) } }),
} as any);
for (const length of [1, 16_000, 17_000, 65_000, 70_000, 300_000]) {
  const frames = await talk(server.port ?? 0, [headers(1, request(`/?length=${length}`))], /DATA 1|RST|GOAWAY/);
  console.log(length, frames.startsWith("HEADERS 1"), frames.endsWith("DATA 1 1 end"));
}
await server.stop(true);
process.exit(0);
