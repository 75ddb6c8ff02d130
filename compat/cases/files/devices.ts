// @covers Serve.Options.fetch
import { listen } from "../../client.ts";
import { reply } from "./_reply.ts";

// Files whose size says nothing.
const files: Record<string, string> = { null: "/dev/null", ostype: "/proc/sys/kernel/ostype", folder: "/proc", missing: "/nope/nope", nul: "/a\0b", empty: "", long: `/${"x".repeat(300)}`, below: "/dev/null/x" };
const server = Bun.serve({
  ...listen(),
  development: false,
  fetch: (request) => new Response(Bun.file(files[new URL(request.url).pathname.slice(1)] ?? "/nope")),
  error: (error: any) => new Response(`error ${error.name} ${error.code}`, { status: 500 }),
});
for (const name of Object.keys(files)) {
  // Bun never answers for this one.
  if (name !== "null") await reply(server, "GET", `/${name}`);
  await reply(server, "HEAD", `/${name}`);
}
await server.stop(true);
