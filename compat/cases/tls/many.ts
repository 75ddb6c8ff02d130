// @covers Serve.HostnamePortServeOptions.tls
import { askTls, certificate } from "./_tls.ts";

const server = Bun.serve({
  port: 0,
  tls: certificate(""),
  fetch: async (request) => {
    await Bun.sleep(1);
    return new Response(new URL(request.url).pathname);
  },
});
const replies = await Promise.all(Array.from({ length: 40 }, (_, i) => askTls(server.port ?? 0, `/${i}`)));
console.log(replies.every((reply, i) => reply === `HTTP/1.1 200 OK /${i}`));
await server.stop(true);
