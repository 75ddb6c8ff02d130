// @covers Request.body, Response
// A request's content as the content of the reply: piece by piece, before all of it is there.
import net from "node:net";
const server = Bun.serve({ port: 0, fetch: (req: Request) => new Response(req.body) });
const socket = net.connect(server.port!, "127.0.0.1");
let text = "";
socket.on("data", (bytes) => { text += bytes; });
const until = async (word: string) => { while (!text.includes(word)) await new Promise((resolve) => setTimeout(resolve, 5)); };
socket.write("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
await until("first");
console.log("first is back", text.includes("Transfer-Encoding: chunked"));
socket.write("6\r\nsecond\r\n0\r\n\r\n");
await until("second");
await until("0\r\n\r\n");
console.log("second is back");
socket.destroy();
await server.stop(true);
