// @covers Serve.Options.fetch
import { listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

const digits = put(`${folder()}/n.bin`);
const of = () => new Response(Bun.file(digits));
const twice = of();
const cloned = of();
const answers: Record<string, () => Response | Promise<Response>> = {
  twice: () => twice,
  clone: () => cloned.clone(),
  async: async () => {
    await new Promise((resolve) => setTimeout(resolve, 2));
    return of();
  },
  body: () => new Response(of().body),
  read: async () => new Response(await of().text()),
  used: async () => {
    const response = of();
    await response.text();
    return response;
  },
  request: async () =>
    new Response(await new Request("http://h/", { method: "POST", body: Bun.file(digits) }).text()),
  "slice-of-slice": () => new Response(Bun.file(digits).slice(1, 8).slice(2, 4)),
  size: () => new Response(String(Bun.file(digits).size)),
  bytes: async () => new Response(await Bun.file(digits).bytes()),
  blob: async () => new Response(await of().blob()),
  throws: () => {
    throw new Error("thrown");
  },
};
const server = Bun.serve({
  ...listen(),
  development: false,
  fetch: (request) => answers[new URL(request.url).pathname.slice(1)]?.() ?? new Response("none"),
  error: (error: any) =>
    error.message === "thrown"
      ? new Response(Bun.file(digits), { status: 503 })
      : new Response(`${error.code} ${error.message}`, { status: 500 }),
});
for (const name of Object.keys(answers)) for (let i = 0; i < 2; i++) await reply(server, "GET", `/${name}`);
await reply(server, "GET", "/throws", { Range: "bytes=1-2" });
await server.stop(true);
