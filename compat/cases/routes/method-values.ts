// @covers Serve.Options.routes
import { attempt, brief, listen } from "../../client.ts";
import { folder, put } from "../files/_reply.ts";

const file = put(`${folder()}/f.txt`);
const yes = (name: string) => () => new Response(name);
const values: Record<string, any> = {
  lower: { get: yes("get") },
  "lower and upper": { get: yes("get"), GET: yes("GET") },
  mixed: { Get: yes("Get"), POST: yes("POST") },
  unknown: { TRACE: yes("trace") },
  "unknown beside": { CONNECT: yes("connect"), GET: yes("get") },
  false: { GET: false, POST: yes("post") },
  null: { GET: null, POST: yes("post") },
  undefined: { GET: undefined, POST: yes("post") },
  "only undefined": { GET: undefined },
  string: { GET: "text", POST: yes("post") },
  promise: { GET: Promise.resolve(new Response("x")), POST: yes("post") },
  file: { GET: Bun.file(file), POST: new Response(Bun.file(file)) },
  nested: { GET: { POST: yes("x") }, POST: yes("post") },
  number: 1,
  text: "text",
  true: true,
  symbol: Symbol("x"),
  array: [yes("x")],
  date: new Date(0),
  blob: new Blob(["x"]),
  bytes: new Uint8Array(2),
  request: new Request("http://x/"),
  "promise alone": Promise.resolve(new Response("x")),
  regexp: /x/,
  error: new Error("x"),
  null2: null,
  "empty object": {},
};
for (const [name, value] of Object.entries(values)) {
  await attempt(name, async () => {
    const server = Bun.serve({ ...listen(), routes: { "/a": value }, fetch: () => new Response("fetch") } as any);
    await brief(server, "GET", "/a");
    await brief(server, "HEAD", "/a");
    await brief(server, "POST", "/a", { "Content-Length": "0" });
    await brief(server, "PUT", "/a", { "Content-Length": "0" });
    await brief(server, "TRACE", "/a");
    await server.stop(true);
    return "served";
  });
}
