// @covers Server.url
import { attempt } from "../../client.ts";

for (const unix of [
  "a.sock",
  "./b.sock",
  `${process.cwd()}/c d é.sock`,
  `${process.cwd()}/x#y?z`,
  "e%zz",
  "f g",
]) {
  const server = Bun.serve({ unix, fetch: () => new Response("x") });
  await attempt(
    unix,
    () => `${server.url.href} | ${server.url.protocol} | ${server.url.hostname} | ${server.url.pathname}`,
  );
  console.log(JSON.stringify(server.address));
  server.stop(true);
}
