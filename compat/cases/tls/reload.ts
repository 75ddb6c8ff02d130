// @covers Server.reload, Server.stop, Serve.Options.tls
// A server with TLS keeps its certificate when it is reloaded, whatever it is given; its port can be had again.
import { attempt } from "../../client.ts";
import { certificate, handshake } from "./_tls.ts";

const tls = certificate("");
const other = certificate("1");
const ask = async (url: URL | string): Promise<string> => (await fetch(url, { tls: { rejectUnauthorized: false } } as any)).text();
const server: any = Bun.serve({ port: 0, tls, fetch: () => new Response("first") });
const { port } = server;
const given: Record<string, object> = { nothing: {}, "another certificate": { tls: other }, nonsense: { tls: { key: "x", cert: "y" } }, "no TLS": { tls: null }, "another address": { port: 1, hostname: "nowhere" } };
for (const [name, more] of Object.entries(given))
  await attempt(name, async () => {
    server.reload({ ...more, fetch: () => new Response(name) });
    return `${await ask(server.url)} | ${await handshake(port)} | ${server.protocol} ${server.port === port}`;
  });
for (const [name, more] of Object.entries({ plain: {}, TLS: { tls }, nonsense: { tls: { key: "x", cert: "y" } } }))
  try {
    Bun.serve({ port, ...more, fetch: () => new Response() } as any);
  } catch (error: any) {
    console.log("in use,", name, error.code, error.message.replace(String(port), "PORT"));
  }
await server.stop(true);
console.log(server.protocol, server.url.protocol);
await attempt("stopped", () => ask(`https://localhost:${port}/`));
for (const options of [{ tls: other }, {}, { tls }])
  await attempt("again", async () => {
    const next = Bun.serve({ port, ...options, fetch: () => new Response("again") } as any);
    const seen = `${next.protocol} ${await ask(next.url)} ${next.port === port}`;
    await next.stop(true);
    return seen;
  });
let arrived = Promise.withResolvers<void>();
const busy = Bun.serve({ port: 0, tls, async fetch() { arrived.resolve(); await new Promise(() => {}); return new Response(); } });
const cut = ask(busy.url).then(String, (error) => error.code);
await arrived.promise;
await busy.stop(true);
console.log("cut", await cut);
process.exit(0);
