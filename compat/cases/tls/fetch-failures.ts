// @covers Serve.Options.tls
// What fetch says where a TLS connection fails, and who may decide whether it does.
import net from "node:net";
import { certificate, certificateFile } from "./_tls.ts";

const { key, cert } = certificate("");
const plain = Bun.serve({ port: 0, hostname: "::1", fetch: () => new Response("plain") });
const secure = Bun.serve({ port: 0, tls: { key, cert }, fetch: () => new Response("secure") });
const ask = async (name: string, url: string, tls?: unknown): Promise<void> => {
  try {
    const response = await fetch(url, tls === undefined ? {} : ({ tls } as any));
    console.log(name, response.status, await response.text());
  } catch (error: any) {
    console.log(name, error.constructor.name, error.code, error.message, error.path === url, Object.keys(error).join(), error.cause);
  }
};
const listen = async (done: (socket: net.Socket) => void): Promise<number> => {
  const server = net.createServer((socket) => { socket.on("error", () => {}); done(socket); });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  return (server.address() as net.AddressInfo).port;
};
const closing = await listen((socket) => socket.destroy());
const later = await listen((socket) => socket.once("data", () => socket.end()));
const trusting = { rejectUnauthorized: false };
for (const tls of [undefined, trusting]) {
  await ask("no TLS there", `https://[::1]:${plain.port}/`, tls);
  await ask("closed at once", `https://127.0.0.1:${closing}/`, tls);
  await ask("closed later", `https://127.0.0.1:${later}/`, tls);
  await ask("not asked for TLS", `http://127.0.0.1:${secure.port}/`, tls);
  await ask("signed by itself", `https://localhost:${secure.port}/`, tls);
}
const url = `https://localhost:${secure.port}/`;
await ask("trusted", url, { ca: cert });
await ask("trusted file", url, { ca: [Bun.file(certificateFile("cert.pem"))] });
await ask("another trusted", url, { ca: certificate("1").cert });
await ask("nonsense trusted", url, { ca: "nonsense" });
await ask("another name", `https://127.0.0.1:${secure.port}/`, { ca: cert, serverName: "example.test" });
await ask("check throws", url, { ca: cert, checkServerIdentity: () => { throw new RangeError("thrown"); } });
await ask("check returns an error", url, { ca: cert, checkServerIdentity: () => new RangeError("returned") });
await ask("check is content", url, { ca: cert, checkServerIdentity: () => undefined });
for (const value of ["no", 0, null, true, {}]) await ask(`rejectUnauthorized ${JSON.stringify(value)}`, url, { rejectUnauthorized: value });
for (const value of [true, null, {}, "x"]) await ask(`tls ${JSON.stringify(value)}`, url, value);
process.exit(0);
