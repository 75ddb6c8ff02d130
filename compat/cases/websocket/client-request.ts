// @covers WebSocket
// The bytes with which the client class asks for a connection.
import net from "node:net";

const server = net.createServer((socket) => {
  socket.once("data", (bytes) => {
    const text = String(bytes).replace(/(?<=Key: )\S+/, "<key>").replaceAll(/:\d{4,5}\b/g, ":<port>");
    for (const line of text.trimEnd().split("\r\n")) console.log(" ", line);
    socket.end("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
  });
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `ws://127.0.0.1:${(server.address() as any).port}`;

async function ask(name: string, path = "", options?: any): Promise<void> {
  console.log(name);
  try {
    const socket = new WebSocket(url.replace("//", path.startsWith("@") ? `//${path.slice(1)}@` : "//") + (path.startsWith("@") ? "" : path), options);
    await new Promise((resolve) => { socket.onclose = resolve; });
  } catch (error: any) {
    console.log("  throws", error.name, error.message);
  }
}
await ask("alone");
await ask("path", "/a%20b/ü?x=ü&y");
await ask("credentials", "@user:p%21ss");
await ask("credentials and field", "@user", { headers: { Authorization: "Bearer x" } });
await ask("one protocol", "", "chat");
await ask("protocols", "", ["b", "a"]);
await ask("no protocols", "", []);
await ask("null", "", null);
await ask("number", "", 5);
await ask("protocol", "", { protocol: "one" });
await ask("protocols in options", "", { protocols: ["x", "y"], perMessageDeflate: false });
await ask("protocol field", "", { headers: { "Sec-WebSocket-Protocol": "a, b" } });
await ask("protocol field and protocols", "", { headers: { "Sec-WebSocket-Protocol": "a, b" }, protocols: ["c"] });
await ask("fields", "", { headers: { "User-Agent": "me", Cookie: "a=1; b=2", "accept-language": "en", Origin: "http://x" } });
await ask("fields of the handshake", "", {
  headers: { Host: "other.example", Connection: "close", Upgrade: "h2c", "Sec-WebSocket-Version": "8", "Sec-WebSocket-Extensions": "x" },
});
await ask("bad name", "", { headers: { "a b": "x" } });
await ask("bad value", "", { headers: { a: "x\r\ny: z" } });
await ask("bad headers", "", { headers: 5 });
server.close();
