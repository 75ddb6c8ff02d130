// @covers fetch
// Content that breaks off, that cannot be decoded, and that shall stay as it was sent.
import net from "node:net";
import { gzipSync } from "node:zlib";
const replies: Record<string, string> = {
  short: "Content-Length: 10\r\n\r\nabc",
  "no-last-chunk": "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
  "bad-chunk": "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
  whole: "Connection: close\r\n\r\nabc",
};
const cut = net.createServer((socket) => {
  socket.on("error", () => {});
  socket.once("data", (data) => socket.end(`HTTP/1.1 200 OK\r\n${replies[String(data).split(/[ /]/)[2] ?? ""]}`));
}).listen(0);
await new Promise((resolve) => cut.once("listening", resolve));
const { port } = cut.address() as net.AddressInfo;
for (const name of Object.keys(replies))
  for (const reader of ["text", "json", "bytes", "arrayBuffer", "blob"] as const) {
    if (name === "whole" && reader !== "text") continue;
    const outcome = await fetch(`http://127.0.0.1:${port}/${name}`).then((response) => response[reader]()).then(String, (error) => `${error.name} ${error.code} ${error.message.replaceAll(String(port), "PORT")}`);
    console.log(name, reader, outcome);
  }
cut.close();
const server = Bun.serve({ port: 0, fetch: (request) => (request.method === "HEAD" ? new Response(null) : new Response(gzipSync("hello hello"), { headers: { "Content-Encoding": "gzip", "X-A": "b" } })) });
for (const decompress of [undefined, true, false]) {
  const response = await fetch(server.url, { decompress } as any);
  const bytes = await response.bytes();
  console.log(decompress, response.status, response.headers.get("content-encoding"), response.headers.get("x-a"), new TextDecoder().decode(decompress === false ? Bun.gunzipSync(bytes) : bytes), response.url === server.url.href, response instanceof Response);
}
const passed = Bun.serve({ port: 0, fetch: () => fetch(server.url, { decompress: false } as any) });
const response = await fetch(passed.url);
console.log(response.headers.get("content-encoding"), await response.text());
await Promise.all([server.stop(true), passed.stop(true)]);
