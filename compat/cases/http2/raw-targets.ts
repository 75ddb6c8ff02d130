// @covers Serve.HostnamePortServeOptions.http2, Request.url
// @env BUNSHIM_WIRE=
// Bytes of a target beyond ASCII are UTF-8, valid or not.
import { headers, request, talk } from "./_frames.ts";

let seen = "";
const note = (path: string, url: string) => {
  seen = `${path} ${url}`;
  return new Response("served");
};
const server = Bun.serve({
  port: 0,
  http2: true,
  routes: { "/id/:id": (request: Request & { params: { id: string } }) => note(request.params.id, request.url) },
  fetch: (request: Request) => note(new URL(request.url).pathname, request.url),
} as any);
const bytes = (text: string) => Buffer.from(text, "utf8").toString("latin1");
for (const target of [bytes("/café?q=中"), bytes("/id/中"), bytes("/id/a😀b"), "/caf\xe9", "/id/\xff\xfe", "/id/%E4%B8%AD"]) {
  await talk(server.port ?? 0, [headers(1, request(target))], /RST|GOAWAY|end$/);
  console.log(seen);
}
await server.stop(true);
process.exit(0);
