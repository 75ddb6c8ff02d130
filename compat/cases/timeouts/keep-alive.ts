// @covers Serve.idleTimeout
// After a reply a connection may be idle for about idleTimeout, or what server.timeout said.
import { connect, listen } from "../../client.ts";

const servers = [0, 1, 4, 16].map((idleTimeout) =>
  Bun.serve({
    ...listen(),
    idleTimeout,
    routes: { "/static": new Response("x"), "/sync": () => new Response("x") },
    async fetch(request, server) {
      const { pathname } = new URL(request.url);
      if (pathname === "/own") server.timeout(request, 3);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return new Response(pathname === "/large" ? Buffer.alloc(3_000_000) : "x");
    },
  }),
);
/** Whether the server closed within six seconds. */
function closes(server: (typeof servers)[number], path: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(server);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
    socket.resume();
    const done = (answer: string): void => {
      clearTimeout(limit);
      socket.destroy();
      resolve(answer);
    };
    const limit = setTimeout(done, 6_500, "open");
    socket.on("end", () => done("closed"));
  });
}
const paths = ["/static", "/sync", "/async", "/large", "/own"];
const answers = await Promise.all(
  servers.map((server) => Promise.all(paths.map((path) => closes(server, path)))),
);
servers.forEach((server, i) => console.log([0, 1, 4, 16][i], answers[i]?.join(" ")));
for (const server of servers) server.stop(true);
