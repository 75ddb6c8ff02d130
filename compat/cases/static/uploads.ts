// @covers Serve.Options.routes
import { connect, listen } from "../../client.ts";

// Content that nobody reads: the connection goes on behind it.
const server = Bun.serve({ ...listen(), routes: { "/a": new Response("static") }, fetch: () => new Response("fetch") });
const socket = connect(server);
let text = "";
let wake = () => {};
socket.on("data", (bytes: Buffer) => {
  text += bytes.toString("latin1");
  wake();
});
socket.on("close", () => {
  text += "<closed>";
  wake();
});
socket.on("error", () => {});
const next = async (...parts: string[]): Promise<string> => {
  text = "";
  for (const part of parts) {
    socket.write(part);
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (;;) {
    const body = text.split("\r\n\r\n")[1];
    if (text.includes("<closed>")) return text;
    if (body === "static" || body === "fetch") return `${text.slice(0, 15)} ${body}`;
    await new Promise<void>((resolve) => (wake = resolve));
  }
};
const host = "HTTP/1.1\r\nHost: test\r\n";
console.log(await next(`POST /a ${host}Content-Length: 5\r\n\r\nhello`));
console.log(await next(`POST /a ${host}Content-Length: 0\r\n\r\n`));
console.log(await next(`PUT /a ${host}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`));
console.log(await next(`DELETE /a ${host}Content-Length: 70000\r\n\r\n${"x".repeat(70000)}`));
console.log(await next(`GET /a?q ${host}\r\n`));
console.log(await next(`GET /nope ${host}\r\n`));
socket.destroy();
await server.stop(true);
