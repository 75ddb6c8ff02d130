// @covers Server.fetch
import { attempt } from "../../client.ts";
const answers: Record<string, () => any> = {
  "/sync": () => new Response("sync"), "/async": async () => new Response("async"),
  "/throws": () => { throw new RangeError("boom"); }, "/rejects": async () => { throw new RangeError("boom"); },
  "/undefined": () => undefined, "/string": () => "text",
};
const server: any = Bun.serve({ port: 0, fetch: (req) => answers[new URL(req.url).pathname]!(), error: () => new Response("from error") });
for (const path of Object.keys(answers))
  await attempt(path, async () => {
    const result = server.fetch(path);
    const value = await result;
    return `${result instanceof Promise} ${value?.constructor?.name ?? typeof value} ${value instanceof Response ? await value.text() : String(value)}`;
  });
server.stop(true);
