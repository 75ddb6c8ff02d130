// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
// The first bytes may come one by one.
import net from "node:net";

const server = Bun.serve({ port: 0, http2: true, fetch: () => new Response("one") } as any);
const talk = (text: string, cuts: number[]) =>
  new Promise<string>((resolve) => {
    const socket = net.connect(server.port ?? 0, "127.0.0.1");
    socket.setNoDelay(true);
    let answer = Buffer.alloc(0);
    socket.on("data", (bytes: Buffer) => {
      answer = Buffer.concat([answer, bytes]);
      socket.destroy();
    });
    socket.on("close", () => {
      // A frame of type 4 is the server's SETTINGS.
      const isHttp2 = answer[3] === 4;
      resolve(isHttp2 ? "HTTP/2" : (answer.toString("latin1").split("\r\n")[0] ?? ""));
    });
    const bytes = Buffer.from(text, "latin1");
    let at = 0;
    for (const [i, cut] of [...cuts, bytes.length].entries()) {
      const part = bytes.subarray(at, cut);
      at = cut;
      setTimeout(() => socket.destroyed || socket.write(part), i * 15);
    }
  });
const preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00";
console.log(await talk(preface, []));
console.log(await talk(preface, [1]));
console.log(await talk(preface, [5, 18, 23]));
console.log(await talk(preface, [24]));
console.log(await talk("PUT / HTTP/1.1\r\nHost: a\r\n\r\n", [1, 2]));
console.log(await talk("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", [1]));
console.log(await talk("GET / HTTP/1.1\r\nHost: a\r\n\r\n", [20]));
await server.stop(true);
process.exit(0);
