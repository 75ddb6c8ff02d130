// @covers Serve.Options.development
// The page of development mode: the head of the reply and what a client can rely on in it.
import { listen, send } from "../../client.ts";
const answers: Record<string, () => any> = { error: () => { throw new RangeError("boom <b>"); }, string: () => { throw "text"; }, rejects: async () => { await 1; throw new Error("late"); } };
// Of Bun's page only what it says of the error counts; its script has words of its own.
const words: Record<string, string[]> = { error: ["boom", "RangeError"], string: ["text"], rejects: ["late", "Error"] };
const server = Bun.serve({ ...listen(), development: true, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const accept of ["text/html", "application/json", "*/*"]) {
    const reply = await send(server, "GET", `/${name}`, { accept });
    const type = reply.fields.find(([field]) => field.toLowerCase() === "content-type")?.[1];
    console.log(name, accept, reply.status, type, reply.body.startsWith("<!doctype html>"), /<title>[^<]*<\/title>/.exec(reply.body)?.[0], words[name]?.every((word) => reply.body.includes(word)));
  }
await server.stop(true);
