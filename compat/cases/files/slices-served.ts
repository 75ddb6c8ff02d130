// @covers Serve.Options.routes
import { attempt, listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

const file = put(`${folder()}/f.txt`);
const whole = Bun.file(file);
const slices: Record<string, () => Blob> = {
  "2-5": () => whole.slice(2, 5),
  "2-": () => whole.slice(2),
  "0-0": () => whole.slice(0, 0),
  "-3": () => whole.slice(-3),
  "-3--1": () => whole.slice(-3, -1),
  "5-99": () => whole.slice(5, 99),
  "5-2": () => whole.slice(5, 2),
  "typed": () => whole.slice(1, 4, "text/own"),
  "slice of slice": () => whole.slice(2, 8).slice(1, 3),
  "slice of open slice": () => whole.slice(2).slice(3),
  "slice beyond slice": () => whole.slice(2, 4).slice(0, 9),
  "negative in slice": () => whole.slice(2, 8).slice(-2),
  "all": () => whole.slice(),
};
for (const [name, make] of Object.entries(slices)) {
  await attempt(name, async () => {
    const server = Bun.serve({
      ...listen(),
      development: false,
      routes: {
        "/route": make() as any,
        "/response": new Response(make()),
        "/handler": () => new Response(make()),
        "/own": () => new Response(make(), { headers: { "Content-Range": "bytes 2-4/10" }, status: 206 }),
      },
      fetch: () => new Response("fetch"),
    });
    for (const path of ["/route", "/response", "/handler", "/own"]) {
      await reply(server, "GET", path);
      await reply(server, "HEAD", path);
      await reply(server, "GET", path, { Range: "bytes=1-1" });
      await reply(server, "GET", path, { Range: "bytes=-1" });
      await reply(server, "GET", path, { Range: "bytes=9-" });
    }
    await server.stop(true);
    return "served";
  });
}
