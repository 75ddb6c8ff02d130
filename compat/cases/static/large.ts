// @covers Serve.Options.routes
import { createHash } from "node:crypto";
import { listen, send } from "../../client.ts";

const sizes = [0, 1, 1000, 16_384, 65_535, 65_536, 65_537, 200_000, 3_000_000];
const server = Bun.serve({
  ...listen(),
  routes: Object.fromEntries(
    sizes.map((size) => [`/${size}`, new Response("abcdefgh".repeat(size / 8 + 1).slice(0, size))]),
  ) as Record<string, Response>,
});
for (const size of sizes)
  for (const method of ["GET", "HEAD"]) {
    const { status, fields, body } = await send(server, method, `/${size}`);
    console.log(
      method,
      status,
      fields.find(([name]) => /^content-length$/i.test(name))?.[1],
      fields.find(([name]) => name === "etag")?.[1],
      body.length,
      createHash("md5").update(body).digest("hex"),
    );
  }
await server.stop(true);
