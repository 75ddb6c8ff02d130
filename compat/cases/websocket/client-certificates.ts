// @covers WebSocket
// The client class and what it asks of a server's certificate.
import { certificate } from "../tls/_tls.ts";
import { watch } from "./_client.ts";

const { cert, key } = certificate("");
const server = Bun.serve({
  port: 0,
  tls: { cert, key },
  fetch(req, server: any) {
    return server.upgrade(req) ? undefined as any : new Response("x");
  },
  websocket: {
    message(ws, message) {
      ws.close(4000, String(message));
    },
  },
});
const url = `wss://localhost:${server.port}`;
const choices: Record<string, any> = {
  nothing: undefined,
  "an empty tls": { tls: {} },
  "not rejecting": { tls: { rejectUnauthorized: false } },
  "not rejecting, in the wrong place": { rejectUnauthorized: false },
  "the certificate": { tls: { ca: cert } },
  "a list": { tls: { ca: [cert] } },
  "its name": { tls: { ca: cert, serverName: "localhost" } },
  "another name": { tls: { ca: cert, serverName: "other.test" } },
};
for (const [name, options] of Object.entries(choices)) {
  console.log(name);
  await watch(new WebSocket(url, options), (socket) => socket.send("bye"));
}
server.stop(true);
