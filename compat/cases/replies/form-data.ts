// @covers Response, FormData
import { listen, send } from "../../client.ts";
const server = Bun.serve({
  ...listen(),
  fetch() {
    const form = new FormData();
    form.append("a", "b");
    form.append("ü", "line\nbreak");
    form.append("quote\"d", "x");
    form.append("file", new Blob(["content"], { type: "text/x" }), "fi\"le.txt");
    form.append("untyped", new Blob(["content"]));
    form.append("named", new File(["c"], "n.html", { type: "text/html" }));
    return new Response(form);
  },
});
const reply = await send(server, "GET", "/");
const fields = new Map(reply.fields.map(([name, value]) => [name.toLowerCase(), value]));
const boundary = /boundary="?([^"]+)"?/.exec(fields.get("content-type")!)![1]!;
console.log(reply.status, fields.get("content-type")!.replace(boundary, "B"));
console.log("length agrees", fields.get("content-length") === String(Buffer.byteLength(reply.body)));
console.log(reply.body.replaceAll(boundary, "B"));
await server.stop(true);
