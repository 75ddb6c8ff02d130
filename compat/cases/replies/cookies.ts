// @covers Headers
import { exchange, listen } from "../../client.ts";
const server = Bun.serve({
  ...listen(),
  fetch() {
    const headers = new Headers();
    headers.append("a", "1");
    headers.append("A", "2");
    headers.append("Set-Cookie", "a=1; Path=/");
    headers.append("x", "2");
    headers.append("set-cookie", "b=2, c");
    console.log(JSON.stringify(headers.getSetCookie()), headers.get("set-cookie"));
    return new Response("x", { headers });
  },
});
await exchange(server, "GET", "/");
await exchange(server, "HEAD", "/");
await server.stop(true);
