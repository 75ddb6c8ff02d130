// @covers Serve.Options.fetch
import { listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

const dir = folder();
const names = [
  "semi;colon",
  "back\\slash",
  "new\nline",
  "tab\t",
  "perc%41",
  "apos'",
  'quo"te',
  "ünï",
  "日本",
  "a,b",
  "a b.bin",
  `very${"x".repeat(200)}`,
  ".hidden",
  "noext",
];
const server = Bun.serve({
  ...listen(),
  fetch: (request) =>
    new Response(Bun.file(`${dir}/${names[Number(new URL(request.url).pathname.slice(1))]}`)),
});
for (const [i, name] of names.entries()) {
  put(`${dir}/${name}`);
  await reply(server, "GET", `/${i}`);
}
await server.stop(true);
