// @covers Serve.Options.routes
import { createHash } from "node:crypto";
import { listen, send } from "../../client.ts";

const contents = [
  "hi",
  "a",
  "<",
  "hello world",
  "x".repeat(1000),
  "x".repeat(100_000),
  "é日😀",
  "\0",
  "0123456789abcdef0123456789abcdef",
];
const server = Bun.serve({
  ...listen(),
  routes: Object.fromEntries(contents.map((content, i) => [`/${i}`, new Response(content)])) as Record<
    string,
    Response
  >,
});
for (const [i, content] of contents.entries()) {
  const { status, fields, body } = await send(server, "GET", `/${i}`);
  console.log(
    status,
    fields.find(([name]) => name.toLowerCase() === "etag")?.[1],
    body.length,
    createHash("md5").update(body).digest("hex"),
    content.length,
  );
}
await server.stop(true);
