// @covers BunFile.stream
// The stream of a file has the type of the file, also where nothing is in it.
import { listen, send } from "../../client.ts";
import { folder, put } from "./_reply.ts";

const made = folder();
for (const name of ["e.txt", "e.html", "e"]) put(`${made}/${name}`, "");
put(`${made}/f.txt`, "abc");
const replies: Record<string, (file: Bun.BunFile) => Response> = {
  plain: (file) => new Response(file.stream()),
  "with a field": (file) => new Response(file.stream(), { headers: { "X-A": "b" } }),
  "with a type": (file) => new Response(file.stream(), { headers: { "Content-Type": "a/b" } }),
  slice: (file) => new Response(file.slice(0, 2).stream()),
  "empty blob": () => new Response(new Blob([]).stream()),
};
for (const name of ["e.txt", "e.html", "e", "f.txt"]) {
  for (const [kind, reply] of Object.entries(replies)) {
    const server = Bun.serve({ ...listen(), fetch: () => reply(Bun.file(`${made}/${name}`)) });
    const { status, fields, body } = await send(server, "GET", "/");
    const shown = fields.map(([field, value]) => `${field.toLowerCase()}: ${value}`).filter((field) => !field.startsWith("date"));
    console.log(name, kind, status.slice(9), shown.sort().join(" | "), JSON.stringify(body));
    await server.stop(true);
  }
}
