// @covers BunFile
import { attempt } from "../../client.ts";
import { folder, put } from "../files/_reply.ts";

// Files in forms: the server must hear the name.
const made = folder();
process.chdir(made);
put(`${made}/picture.png`, "png");
put(`${made}/ü "q".txt`, "odd");
const server = Bun.serve({
  port: 0,
  routes: {
    "/form": async (request: Request) => {
      const form = await request.formData();
      return Response.json([...form].map(([name, value]: any) => [name, typeof value === "string" ? value : [value.name, value.size, value.type]]));
    },
  },
  fetch: () => new Response("fetch"),
});
const post = async (fill: (form: FormData) => void) => {
  const form = new FormData();
  fill(form);
  const reply = await fetch(new URL("/form", server.url), { method: "POST", body: form });
  return reply.text();
};
await attempt("append", () => post((form) => form.append("avatar", Bun.file("picture.png"))));
await attempt("set", () => post((form) => (form.set("a", "b"), form.set("avatar", Bun.file("picture.png")))));
await attempt("own name", () => post((form) => form.append("avatar", Bun.file("picture.png"), "own.png")));
await attempt("odd name", () => post((form) => form.append("odd", Bun.file('ü "q".txt'))));
await attempt("slice", () => post((form) => form.append("part", Bun.file("picture.png").slice(0, 2))));
await attempt("beside others", () =>
  post((form) => {
    form.append("text", "value");
    form.append("file", new File(["x"], "n.txt", { type: "text/plain" }));
    form.append("avatar", Bun.file("picture.png"));
    form.append("text", "again");
  }),
);
await server.stop(true);
