// @covers fetch
import { attempt } from "../../client.ts";
import { certificate } from "./_tls.ts";

const { key, cert } = certificate("");
const server = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  tls: { key, cert },
  fetch: () => new Response("served"),
});
const ask = (tls: object | undefined, host = "localhost") =>
  fetch(`https://${host}:${server.port}/`, { tls } as any).then((reply) => reply.text());
await attempt("untrusted", () => ask({ serverName: "localhost" }));
await attempt("rejectUnauthorized: false", () => ask({ rejectUnauthorized: false }));
await attempt("ca", () => ask({ ca: cert }));
await attempt("ca and address", () => ask({ ca: cert }, "127.0.0.1"));
await attempt("ca as bytes", () => ask({ ca: [Buffer.from(cert)] }));
await attempt("checked by the program", () => ask({ ca: cert, checkServerIdentity: () => undefined }));
await attempt("refused by the program", () =>
  ask({ ca: cert, checkServerIdentity: () => new RangeError("no") }),
);
await attempt("with a client certificate", () => ask({ ca: cert, key, cert }));
server.stop(true);
process.exit(0);
