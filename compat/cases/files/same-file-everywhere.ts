// @covers Serve.Options.fetch
import { attempt, listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

// One BunFile, and one Response over it, for all requests at once.
const file = Bun.file(put(`${folder()}/f.txt`, "x".repeat(100_000)));
const kept = new Response(file);
const server = Bun.serve({
  ...listen(),
  development: false,
  routes: { "/route": file, "/kept": () => kept, "/clone": () => kept.clone(), "/slice": () => new Response(file.slice(10, 20)) },
  fetch: () => new Response(file),
  error: (error: any) => new Response(`error ${error.name} ${error.message}`, { status: 500 }),
});
const sums = await Promise.all(
  Array.from({ length: 40 }, async (_, i) => {
    const path = ["route", "fetch", "slice"][i % 3];
    const response = await fetch(new URL(path ?? "", server.url.protocol === "unix:" ? "http://x/" : server.url), {
      ...(server.url.protocol === "unix:" ? { unix: decodeURIComponent(server.url.pathname) } : {}),
      tls: { rejectUnauthorized: false },
    } as any);
    return (await response.text()).length;
  }),
);
console.log(sums.join(" "));
for (const path of ["/clone", "/kept", "/kept", "/clone", "/route"]) await reply(server, "GET", path);
await attempt("exists", async () => String(await file.exists()));
await attempt("text", async () => String((await file.text()).length));
await server.stop(true);
