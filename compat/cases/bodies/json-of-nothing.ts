// @covers Request.json
// JSON of content that is empty: announced in chunks, by its length, or not at all.
import { listen, raw } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  async fetch(request) {
    try {
      return new Response(`value ${JSON.stringify(await request.json())}`);
    } catch (error) {
      return new Response(String(error));
    }
  },
});
const HEAD = "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
for (const rest of [
  "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  "Transfer-Encoding: chunked\r\n\r\n1\r\n \r\n0\r\n\r\n",
  "Content-Length: 0\r\n\r\n",
  "Content-Length: 1\r\n\r\n ",
  "\r\n",
]) {
  const reply = await raw(server, HEAD + rest);
  console.log(JSON.stringify(rest), reply.split("\r\n\r\n")[1]);
}
server.stop(true);
