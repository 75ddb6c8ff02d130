// @covers Request.signal
// What a signal says when the client leaves: to listeners, onabort, throwIfAborted and signals made of it.
import net from "node:net";
const arrived = Promise.withResolvers<void>();
const told = Promise.withResolvers<string[]>();
const server = Bun.serve({ port: 0, async fetch(req: Request) {
  const lines: string[] = [];
  const any = AbortSignal.any([req.signal]);
  any.addEventListener("abort", () => lines.push(`any ${any.reason === req.signal.reason}`));
  req.signal.onabort = (event) => lines.push(`onabort ${event.type} ${event.target === req.signal}`);
  arrived.resolve();
  await new Promise<void>((resolve) => req.signal.addEventListener("abort", () => resolve(), { once: true }));
  try { req.signal.throwIfAborted(); } catch (error: any) { lines.push(`throws ${error.name} ${error.code} ${error.message} ${error === req.signal.reason}`); }
  lines.push(`aborted ${req.signal.aborted} ${req.signal === req.signal}`);
  setTimeout(() => told.resolve(lines.sort()), 20);
  return new Response("x");
} });
const socket = net.connect(server.port!, "127.0.0.1");
socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
await arrived.promise;
socket.destroy();
console.log((await told.promise).join("\n"));
await server.stop(true);
