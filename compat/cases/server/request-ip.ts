// @off unix — a client on a unix socket has no address, see unix/request-ip
// @covers Server.requestIP
import { attempt, raw } from "../../client.ts";
let kept: Request;
const server: any = Bun.serve({
  port: 0,
  fetch(req, server: any) {
    kept = req;
    const ip = server.requestIP(req);
    return new Response(`${ip.address} ${ip.family} ${typeof ip.port} ${ip.constructor.name} ${Object.keys(ip).join()} ${JSON.stringify({ ...ip, port: 0 })}`);
  },
});
console.log(await raw(server.port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
await new Promise((resolve) => setTimeout(resolve, 20));
await attempt("after the reply", () => server.requestIP(kept!));
await attempt("a Request of its own", () => server.requestIP(new Request("http://a/")));
await attempt("no Request", () => server.requestIP({}));
await attempt("nothing", () => server.requestIP());
server.stop(true);
const four: any = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: (req, server) => { const { address, family } = server.requestIP(req)!; return Response.json({ address, family }); } });
console.log(await (await fetch(four.url)).text());
four.stop(true);
const six: any = Bun.serve({ port: 0, hostname: "::1", fetch: (req, server) => { const { address, family } = server.requestIP(req)!; return Response.json({ address, family }); } });
console.log(await raw(six, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
six.stop(true);
