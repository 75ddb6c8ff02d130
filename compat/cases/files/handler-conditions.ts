// @covers Serve.Options.fetch
import { listen } from "../../client.ts";
import { CHANGED, folder, put, reply } from "./_reply.ts";

const digits = put(`${folder()}/n.bin`);
const fields: Record<string, Record<string, string>> = {
  none: {},
  both: { "last-modified": CHANGED, etag: '"e"' },
  weak: { etag: 'W/"e"' },
};
const server = Bun.serve({
  ...listen(),
  fetch: (request) =>
    new Response(Bun.file(digits), { headers: fields[new URL(request.url).pathname.slice(1)] }),
});
for (const path of ["/none", "/both", "/weak"]) {
  for (const validator of [CHANGED, '"e"', 'W/"e"', '"x"', ""])
    await reply(server, "GET", path, { Range: "bytes=1-2", "If-Range": validator });
  await reply(server, "GET", path, { "If-None-Match": '"e"' });
  await reply(server, "GET", path, { "If-Modified-Since": CHANGED });
  await reply(server, "GET", path, { "If-Match": '"x"' });
}
await server.stop(true);
