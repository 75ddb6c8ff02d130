// @covers Server.reload
import { connect, listen } from "../../client.ts";

const tables: any[] = [
  { "/a": new Response("static 1"), "/p/:x": () => new Response("param 1") },
  { "/a": () => new Response("handler 2") },
  { "/:a": (request: any) => new Response(`param 3 ${request.params.a}`) },
  { "/*": new Response("wild 4") },
  {},
  { "/a": false, "/*": new Response("wild 6") },
  { "/a": { POST: new Response("post 7") } },
  { "/a": new Response(null, { status: 204 }) },
];
const server = Bun.serve({ ...listen(), routes: tables[0], fetch: () => new Response("fetch") });
const socket = connect(server);
let text = "";
let wake = () => {};
socket.on("data", (bytes: Buffer) => {
  text += bytes.toString("latin1");
  wake();
});
const next = async (path: string): Promise<string> => {
  text = "";
  socket.write(`GET ${path} HTTP/1.1\r\nHost: test\r\n\r\n`);
  for (;;) {
    const end = text.indexOf("\r\n\r\n");
    const length = Number(/content-length: *(\d+)/i.exec(text)?.[1] ?? 0);
    if (end >= 0 && text.length >= end + 4 + length) return `${text.slice(9, 12)} ${text.slice(end + 4)}`;
    await new Promise<void>((resolve) => (wake = resolve));
  }
};
for (const [i, routes] of tables.entries()) {
  if (i > 0) server.reload({ routes, fetch: () => new Response(`fetch ${i + 1}`) } as any);
  console.log(i + 1, await next("/a"), "|", await next("/p/1"), "|", await next("/zzz"));
}
socket.destroy();
await server.stop(true);
