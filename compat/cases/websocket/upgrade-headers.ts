// @covers Server.upgrade
import { FrameClient } from "../../frames.ts";

const kinds: Record<string, () => any> = {
  object: () => ({ "X-One": "1", "x-two": "2" }),
  Headers: () => new Headers({ "X-One": "1", "x-two": "2" }),
  pairs: () => [["X-One", "1"], ["X-One", "2"]],
  cookies: () => {
    const headers = new Headers();
    headers.append("Set-Cookie", "a=1; Path=/");
    headers.append("Set-Cookie", "b=2");
    headers.append("X-A", "1");
    headers.append("X-A", "2");
    return headers;
  },
  latin1: () => ({ "x-name": "caf\u00e9" }),
  empty: () => ({}),
  undefined: () => undefined,
  null: () => null,
  number: () => 5,
  string: () => "x: y",
  badName: () => ({ "x y": "1" }),
  badValue: () => ({ x: "a\r\nb: c" }),
};
const server = Bun.serve({
  port: 0,
  fetch(req, server: any) {
    const kind = new URL(req.url).pathname.slice(1);
    try {
      return server.upgrade(req, { headers: kinds[kind]!() }) ? undefined as any : new Response("false");
    } catch (error: any) {
      return new Response(`${error.name} ${error.code} ${error.message}`, { status: 400, headers: { "x-error": `${error.name} ${error.code} ${error.message}` } });
    }
  },
  websocket: { message() {} },
});
for (const kind of Object.keys(kinds)) {
  const client = await FrameClient.open(server, { path: `/${kind}` });
  console.log(kind, client.status);
  console.log(client.fields.join("\n"));
  client.destroy();
}
server.stop(true);
