// @covers Serve.Options.routes
import { listen, send } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  routes: {
    "/text": new Response("hi"),
    "/own": new Response("x", {
      headers: { etag: '"mine"', "last-modified": "Tue, 02 Jan 2024 03:04:05 GMT" },
    }),
    "/weak": new Response("x", { headers: { etag: 'W/"z"', "content-type": "a/b", "x-a": "1" } }),
    "/404": new Response("nf", { status: 404 }),
    "/201": new Response("made", { status: 201 }),
    "/empty": new Response(""),
    "/redirect": Response.redirect("/x"),
    "/only-get": { GET: new Response("get") },
  },
});
const tag =
  (await send(server, "GET", "/text")).fields.find(([name]) => name.toLowerCase() === "etag")?.[1] ?? "";
const ask = async (method: string, path: string, headers: Record<string, string>) => {
  const { status, fields, body } = await send(
    server,
    method,
    path,
    headers,
    method === "POST" ? "" : undefined,
  );
  const shown = fields
    .filter(([name]) => !/^(date|content-length)$/i.test(name))
    .map((field) => field.join(": "))
    .join(" | ");
  console.log(`${method} ${path} ${JSON.stringify(headers)} -> ${status.slice(9)} | ${shown} | ${body}`);
};
for (const list of [
  tag,
  `W/${tag}`,
  "*",
  '"x"',
  `"x", ${tag}`,
  `"x",W/${tag}`,
  tag.slice(1),
  tag.slice(1, -1),
  "",
  `"x" ${tag}`,
  `${tag},`,
  ` ${tag} `,
  '"',
  "W/",
  `"a,b", ${tag}`,
  "**",
])
  await ask("GET", "/text", { "If-None-Match": list });
for (const path of ["/own", "/weak", "/404", "/201", "/empty", "/redirect", "/only-get"])
  for (const list of ["*", '"mine"', '"z"', 'W/"z"']) await ask("GET", path, { "If-None-Match": list });
for (const method of ["HEAD", "POST"])
  for (const list of [tag, "*"]) await ask(method, "/text", { "If-None-Match": list });
for (const list of [tag, `W/${tag}`, "*", '"x"']) {
  await ask("GET", "/text", { "If-Match": list });
  await ask("GET", "/weak", { "If-Match": list });
}
for (const date of [
  "Tue, 02 Jan 2024 03:04:05 GMT",
  "Mon, 01 Jan 2024 00:00:00 GMT",
  "Wed, 03 Jan 2024 00:00:00 GMT",
]) {
  await ask("GET", "/own", { "If-Modified-Since": date });
  await ask("GET", "/own", { "If-Unmodified-Since": date });
  await ask("GET", "/text", { "If-Modified-Since": date });
}
for (const range of ["bytes=0-0", "bytes=100-"]) await ask("GET", "/text", { Range: range });
await server.stop(true);
