// @covers Request
// Reading a body twice is refused at once, whatever the order.
import { attempt, brief, listen } from "../../client.ts";
const server = Bun.serve({
  ...listen(),
  async fetch(req: any) {
    const [first, second] = new URL(req.url).pathname.slice(1).split("-");
    await attempt(`first ${first}`, async () => { const value = first === "body" ? await new Response(req.body).text() : first === "clone" ? await req.clone().text() : await req[first!](); return typeof value; });
    await attempt(`then ${second}`, async () => { const value = second === "body" ? await new Response(req.body).text() : second === "clone" ? await req.clone().text() : await req[second!](); return typeof value; });
    console.log("used", req.bodyUsed);
    return new Response("x");
  },
});
for (const order of ["text-text", "text-json", "json-text", "bytes-blob", "text-body", "body-text", "text-clone", "clone-text", "arrayBuffer-formData"])
  await brief(server, "POST", `/${order}`, { "content-type": "application/json" }, '{"a":1}');
await brief(server, "GET", "/text-text");
await brief(server, "POST", "/text-text", {}, "");
await server.stop(true);
