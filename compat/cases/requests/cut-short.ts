// @covers Serve.Options.fetch
// Clients that end, or go silent, in the middle of a request.
import net from "node:net";
const server = Bun.serve({ port: 0, async fetch(req: any) { return new Response(await req.text()); } });
const parts: Record<string, string> = { nothing: "", half: "GE", line: "GET / HTTP/1.1\r\n", head: "GET / HTTP/1.1\r\nHost: x\r\n", headers: "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n", body: "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhe", chunk: "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe", chunkline: "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5", after: "GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HT", bad: "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", badlater: "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\nzz\r\n" };
for (const k in parts) for (const fin of [true, false]) { const c = net.connect({ port: server.port!, host: "127.0.0.1", allowHalfOpen: true }); let got = "", end = "open"; c.on("data", (x) => got += x); c.on("end", () => end = "end"); c.on("error", (e: any) => end = e.code); if (parts[k]) c.write(parts[k]!); await Bun.sleep(20); if (fin) c.end(); await Bun.sleep(80); console.log(k, fin, JSON.stringify(got.split("\r\n")[0]), end); c.destroy(); }
server.stop(true);
