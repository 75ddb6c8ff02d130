// @covers WebSocket, Serve.UnixServeOptions.unix
import { readFileSync } from "node:fs";

const pem = (name: string) => readFileSync(new URL(`../../certificates/${name}`, import.meta.url), "utf8");
const server = Bun.serve({
  unix: "app.sock",
  tls: { key: pem("key.pem"), cert: pem("cert.pem") },
  fetch: (request, server) => (server.upgrade(request) ? undefined : new Response(request.url)),
  websocket: { message: (ws, message) => void ws.send(`echo ${message}`) },
});
console.log(server.protocol, server.url.href.replace(process.cwd(), "<cwd>"));
const socket = new WebSocket(`wss+unix://${process.cwd()}/app.sock:/x`, {
  tls: { rejectUnauthorized: false },
} as any);
await new Promise<void>((resolve) => {
  socket.onopen = () => socket.send("hi");
  socket.onmessage = ({ data, origin }) => {
    console.log(data, origin);
    socket.close();
  };
  socket.onerror = (event: any) => console.log(event.message);
  socket.onclose = ({ code, wasClean }) => {
    console.log(code, wasClean);
    resolve();
  };
});
await server.stop(true);
