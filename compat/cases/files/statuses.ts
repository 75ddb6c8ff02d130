// @covers Serve.Options.fetch
import { attempt, listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

const made = folder();
const file = put(`${made}/f.txt`);
const empty = put(`${made}/empty.bin`, "");
for (const status of [200, 201, 203, 204, 206, 226, 300, 304, 400, 404, 416, 418, 500]) {
  await attempt(String(status), async () => {
    const server = Bun.serve({
      ...listen(),
      development: false,
      routes: {
        "/route": new Response(Bun.file(file), { status }),
        "/handler": () => new Response(Bun.file(file), { status }),
        "/slice": () => new Response(Bun.file(file).slice(2, 4), { status }),
        "/empty": new Response(Bun.file(empty), { status }),
        "/empty-handler": () => new Response(Bun.file(empty), { status }),
      },
      fetch: () => new Response("fetch"),
      error: (error: any) => new Response(`error ${error.name}`),
    });
    for (const path of ["/route", "/handler", "/slice", "/empty", "/empty-handler"]) {
      await reply(server, "GET", path);
      await reply(server, "HEAD", path);
      await reply(server, "GET", path, { Range: "bytes=1-2" });
      await reply(server, "GET", path, { "If-None-Match": "*" });
    }
    await server.stop(true);
    return "served";
  });
}
