// @covers WebSocket
// The client class: the code of the error that an error event carries.
import net from "node:net";
import { certificate } from "../tls/_tls.ts";

const { cert, key } = certificate("");
const server: any = Bun.serve({ port: 0, tls: { cert, key }, fetch: () => new Response("plain") });
const plain: any = Bun.serve({ port: 0, fetch: () => new Response("plain") });
const rude = net.createServer((socket) => {
  socket.on("error", () => {});
  socket.once("data", () => socket.destroy());
});
await new Promise<void>((resolve) => rude.listen(0, "127.0.0.1", resolve));
const garbage = net.createServer((socket) => {
  socket.once("data", () => socket.end("what is this\r\n\r\n"));
});
await new Promise<void>((resolve) => garbage.listen(0, "127.0.0.1", resolve));
const portOf = (one: net.Server): number => (one.address() as any).port;

async function fail(name: string, url: string, options?: any): Promise<void> {
  const socket = new WebSocket(url, options);
  await new Promise<void>((resolve) => {
    socket.onopen = () => socket.close();
    socket.onerror = ({ message, error }: any) => {
      console.log(name, message.replaceAll(/:\d{4,5}\b/g, ":<port>"), "|", error.code, Object.keys(error).join());
    };
    socket.onclose = (event: any) => {
      console.log(name, event.code, JSON.stringify(event.reason), event.wasClean);
      resolve();
    };
  });
}
await fail("refused", "ws://127.0.0.1:1/");
await fail("refused", "wss://127.0.0.1:1/");
await fail("unknown host", "ws://nobody.invalid/");
await fail("no handshake", plain.url.href);
await fail("not trusted", server.url.href);
await fail("wrong name", `wss://127.0.0.2:${server.port}/`, { tls: { ca: cert } });
await fail("TLS to plain", `wss://localhost:${plain.port}/`);
await fail("closed at once", `ws://127.0.0.1:${portOf(rude)}/`);
await fail("no HTTP", `ws://127.0.0.1:${portOf(garbage)}/`);
await fail("no socket", "ws+unix:///nowhere/at/all.sock:/");
const given = new WebSocket("ws://127.0.0.1:1/");
given.close();
await new Promise<void>((resolve) => {
  given.onerror = ({ message, error }: any) => console.log("given up", message, error.code);
  given.onclose = () => resolve();
});
server.stop(true);
plain.stop(true);
rude.close();
garbage.close();
