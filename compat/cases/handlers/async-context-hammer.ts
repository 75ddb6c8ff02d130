// @covers Bun.serve
// What a request stores for its asynchronous work is never seen by another one.
import { AsyncLocalStorage } from "node:async_hooks";
import net from "node:net";
const storage = new AsyncLocalStorage<string>();
let strangers = 0;
const server = Bun.serve({ port: 0, async fetch(req: Request) {
  if (storage.getStore() !== undefined) strangers++;
  const name = new URL(req.url).pathname;
  storage.enterWith(name);
  if (req.method === "POST") await req.text();
  for (let i = 0; i < 3; i++) {
    await (i % 2 === 0 ? 1 : new Promise((resolve) => setTimeout(resolve, Math.random() * 3)));
    if (storage.getStore() !== name) strangers++;
  }
  return new Response((async function* () { yield name; await new Promise((resolve) => setImmediate(resolve)); yield "."; })() as any);
} });
const client = (n: number) => new Promise<number>((resolve) => {
  const socket = net.connect(server.port!, "127.0.0.1");
  let round = 0;
  let wrong = 0;
  let text = "";
  const next = () => { text = ""; round++; socket.write(round % 2 ? `GET /${n}-${round} HTTP/1.1\r\nHost: a\r\n\r\n` : `POST /${n}-${round} HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc`); };
  socket.on("data", (bytes) => {
    text += bytes;
    if (!/\r\n0\r\n\r\n$|content-length: \d+\r\n[^]*\r\n\r\n[^]+$/i.test(text)) return;
    if (!text.includes(`/${n}-${round}`)) wrong++;
    if (round < 30) next();
    else { socket.destroy(); resolve(wrong); }
  });
  next();
});
const wrong = await Promise.all(Array.from({ length: 20 }, (_, n) => client(n)));
console.log("strangers", strangers, "wrong", wrong.reduce((a, b) => a + b, 0));
await server.stop(true);
