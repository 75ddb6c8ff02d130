// @covers Request.body
// A request's stream in two, and through a transform.
import { brief, listen } from "../../client.ts";
const server = Bun.serve({ ...listen(), development: false, async fetch(req: Request) {
  if (new URL(req.url).pathname === "/tee") {
    const [a, b] = req.body!.tee();
    return new Response(`${await new Response(a).text()}+${await new Response(b).text()}`);
  }
  return new Response(await new Response(req.body!.pipeThrough(new TextDecoderStream()).pipeThrough(new TransformStream({ transform(text, c) { c.enqueue(text.toUpperCase()); } }))).text());
} });
await brief(server, "POST", "/tee", {}, "content");
await brief(server, "POST", "/upper", {}, "content");
await server.stop(true);
