// @covers fetch
// How a failing fetch says what happened.
import net from "node:net";
const show = (name: string) => (error: any): void => console.log(name, error.constructor.name, error.name, error.code, error.message, Object.keys(error).join());
const listening = (accept: (socket: net.Socket) => void): Promise<net.Server> => new Promise((resolve) => { const server = net.createServer((socket) => { socket.on("error", () => {}); accept(socket); }); server.listen(0, "127.0.0.1", () => resolve(server)); });
const urlOf = (server: net.Server): string => `http://127.0.0.1:${(server.address() as net.AddressInfo).port}/`;
const gone = await listening(() => {}); const goneUrl = urlOf(gone); await new Promise((resolve) => gone.close(resolve));
await fetch(goneUrl).catch(show("refused"));
for (const [name, accept] of Object.entries<(socket: net.Socket) => void>({ ends: (socket) => socket.once("data", () => socket.end()), resets: (socket) => socket.once("data", () => socket.resetAndDestroy()), noise: (socket) => socket.once("data", () => socket.end("hello\r\n\r\n")) })) {
  const server = await listening(accept); await fetch(urlOf(server)).catch(show(name)); server.close();
}
await fetch("nope").catch(show("no URL")); await fetch("").catch(show("empty")); await fetch("ftp://x/").catch(show("ftp"));
const silent = await listening(() => {});
await fetch(urlOf(silent), { signal: AbortSignal.timeout(30) }).catch((error) => console.log(error.name, error.code, error.message));
const controller = new AbortController(); setTimeout(() => controller.abort(), 20);
await fetch(urlOf(silent), { signal: controller.signal }).catch((error) => console.log(error.name, error.code, error.message));
await fetch(urlOf(silent), { signal: AbortSignal.abort(new Error("mine")) }).catch((error) => console.log(error.name, error.message));
process.exit(0);
