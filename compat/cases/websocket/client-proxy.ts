// @covers WebSocket
// The client class through a proxy: what it asks for, what it makes of the answers, and when it goes past it.
import net from "node:net";
import { certificate } from "../tls/_tls.ts";
import { watch } from "./_client.ts";

const { cert, key } = certificate("");
const websocket: any = {
  open(ws: any) {
    ws.send("hello");
    ws.close(4000, "bye");
  },
  message() {},
};
const fetch = (req: Request, server: any): any => server.upgrade(req) || new Response("no");
const plain: any = Bun.serve({ port: 0, fetch, websocket });
const secure: any = Bun.serve({ port: 0, tls: { cert, key }, fetch, websocket });

let answer = "";
const proxy = net.createServer((client) => {
  client.on("error", () => {});
  client.once("data", (asked) => {
    console.log("  asked", JSON.stringify(String(asked)).replaceAll(/:\d+/g, ":<port>"));
    if (answer === "nothing") return client.destroy();
    if (answer !== "") return client.end(`${answer}\r\n\r\n`);
    const port = Number(/^CONNECT \S+:(\d+) /.exec(String(asked))?.[1]);
    const upstream = net.connect(port, "127.0.0.1");
    upstream.on("error", () => client.destroy());
    client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    client.pipe(upstream).pipe(client);
  });
});
await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
const address = `127.0.0.1:${(proxy.address() as any).port}`;
const PLAIN = plain.url.href.replace("http", "ws");
const SECURE = secure.url.href.replace("http", "ws");

async function go(name: string, url: string, options: any): Promise<void> {
  console.log(name);
  try {
    const socket = new WebSocket(url, options);
    await watch(socket);
  } catch (error: any) {
    console.log("  throws", error.name, error.message.replaceAll(/:\d+/g, ":<port>"));
  }
}

const tls = { ca: cert };
await go("text", `${PLAIN}a?b`, { proxy: `http://${address}` });
await go("URL", PLAIN, { proxy: new URL(`http://${address}/path`) });
await go("object", PLAIN, { proxy: { url: `http://${address}` } });
await go("credentials", PLAIN, { proxy: `http://user:p%40ss@${address}` });
await go("credentials and field", PLAIN, {
  proxy: { url: `http://user:pass@${address}`, headers: { "Proxy-Authorization": "Bearer x" } },
});
await go("TLS inside", SECURE, { proxy: `http://${address}`, tls });
await go("TLS inside, not trusted", SECURE, { proxy: `http://${address}` });
for (answer of [
  "HTTP/1.1 407 Proxy Authentication Required",
  "HTTP/1.1 403 Forbidden",
  "HTTP/1.1 502",
  "what is this",
  "nothing",
]) {
  await go(answer, PLAIN, { proxy: `http://${address}` });
}
answer = "";
await go("nobody", PLAIN, { proxy: "http://127.0.0.1:1" });
for (const bad of ["foo", "http://", "socks5://127.0.0.1:1", { url: 5 }, { url: `http://${address}`, headers: 5 }]) {
  await go(`bad ${JSON.stringify(bad).replaceAll(/:\d+/g, ":<port>")}`, PLAIN, { proxy: bad });
}
for (const none of [undefined, null, "", 5, true, {}, { url: null }, { url: "" }]) {
  await go(`none ${JSON.stringify(none)}`, PLAIN, { proxy: none });
}
for (const passed of ["*", "localhost", ".test, localhost", "other.test", "host", "localhost:1"]) {
  process.env["NO_PROXY"] = passed;
  await go(`NO_PROXY ${passed}`, PLAIN, { proxy: `http://${address}` });
}
plain.stop(true);
secure.stop(true);
proxy.close();
