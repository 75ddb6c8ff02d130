// @covers Response
import { brief } from "../../client.ts";
const shared = new Response("shared");
const used = new Response("used");
await used.text();
const locked = new Response("locked");
locked.body!.getReader();
const streamed = new Response(new ReadableStream({ start(c) { c.enqueue("once"); c.close(); } }));
const answers: Record<string, any> = { "/shared": shared, "/used": used, "/locked": locked, "/streamed": streamed };
const server = Bun.serve({ port: 0, development: false, fetch: (req: Request) => answers[new URL(req.url).pathname] });
for (const path of Object.keys(answers)) {
  await brief(server, "GET", path);
  await brief(server, "GET", path);
  console.log(path, answers[path].bodyUsed);
}
await server.stop(true);
