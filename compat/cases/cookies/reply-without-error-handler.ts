// @covers BunRequest.cookies
import { exchange, listen } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  development: false,
  routes: {
    "/throw": (req: any) => {
      req.cookies.set("t", "1");
      throw new Error("boom");
    },
    "/nothing": (req: any) => {
      req.cookies.set("t", "1");
    },
  } as any,
});
await exchange(server, "GET", "/throw");
await exchange(server, "GET", "/nothing");
await server.stop(true);
process.exit(0);
