// @covers Serve.Options.routes
import { attempt, listen } from "../../client.ts";
import { reply } from "../files/_reply.ts";

for (const status of [101, 200, 201, 202, 203, 204, 205, 206, 207, 226, 299, 300, 301, 302, 303, 304, 307, 400, 401, 404, 405, 410, 416, 418, 451, 499, 500, 503, 599, 600, 999]) {
  await attempt(String(status), async () => {
    const routes: any = { "/empty": new Response(null, { status }) };
    if (![101, 204, 205, 304].includes(status)) routes["/text"] = new Response("text", { status, statusText: "Own" });
    const server = Bun.serve({ ...listen(), routes, fetch: () => new Response("fetch") });
    for (const path of Object.keys(routes)) {
      await reply(server, "GET", path);
      if (status !== 205) await reply(server, "HEAD", path);
      await reply(server, "GET", path, { "If-None-Match": "*" });
      await reply(server, "GET", path, { "If-Match": '"x"' });
    }
    await server.stop(true);
    return "served";
  });
}
