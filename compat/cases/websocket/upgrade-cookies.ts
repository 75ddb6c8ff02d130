// @covers Server.upgrade, BunRequest.cookies
import { FrameClient } from "../../frames.ts";

const server = Bun.serve({
  port: 0,
  routes: {
    "/set": (req, server: any) => {
      req.cookies.set("session", "1", { httpOnly: true });
      server.upgrade(req);
      return undefined as any;
    },
    "/both": (req, server: any) => {
      req.cookies.set("a", "1");
      req.cookies.delete("b");
      server.upgrade(req, { headers: { "Set-Cookie": "own=2", "X-Own": "3" } });
      return undefined as any;
    },
    "/read": (req, server: any) => {
      server.upgrade(req, { headers: { "x-cookie": String(req.cookies.get("given")) } });
      return undefined as any;
    },
  },
  websocket: { message() {} },
});
for (const path of ["/set", "/both", "/read"]) {
  const client = await FrameClient.open(server, { path, headers: { Cookie: "given=yes; b=2" } });
  console.log(path, client.status);
  console.log(client.fields.filter((line) => /cookie|own/i.test(line)).join("\n"));
  client.destroy();
}
server.stop(true);
