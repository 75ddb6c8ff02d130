// @covers Serve.UnixServeOptions.websocket
import { spawn } from "node:child_process";
import { freshName } from "./_curl.ts";

const name = freshName();
const server = Bun.serve({
  unix: `\0${name}`,
  fetch: (request, server) => (server.upgrade(request) ? undefined : new Response("no")),
  websocket: {
    open: (ws) => void ws.send("hello"),
    message() {},
  },
});
const client = spawn("curl", [
  ...[
    "-s",
    "-i",
    "-N",
    "--abstract-unix-socket",
    name,
    "-H",
    "Connection: Upgrade",
    "-H",
    "Upgrade: websocket",
  ],
  ...[
    "-H",
    "Sec-WebSocket-Version: 13",
    "-H",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "--max-time",
    "5",
    "http://localhost/",
  ],
]);
let text = "";
await new Promise<void>((resolve) => {
  client.stdout.on("data", (bytes: Buffer) => {
    text += bytes.toString("latin1");
    if (text.includes("hello")) resolve();
  });
  client.on("close", () => resolve());
});
console.log(text.split("\r\n")[0], text.endsWith("hello"), server.pendingWebSockets);
client.kill();
await server.stop(true);
