// @covers WebSocketHandler.ping, WebSocketHandler.pong
import { attempt } from "../../client.ts";
import { closed, echo, open } from "./_client.ts";

const { server, url } = echo();
const socket = await open(url);
const events: string[] = [];
const enough = new Promise<void>((resolve) => {
  for (const name of ["message", "ping", "pong"]) {
    socket.addEventListener(name, (event: any) => {
      events.push(`${name} ${event.data?.constructor?.name} ${event.data}`);
      if (events.length === 6) resolve();
    });
  }
});
socket.ping("abc");
socket.pong("def");
socket.ping();
await new Promise((resolve) => setTimeout(resolve, 30));
socket.send("ping");
await enough;
console.log(events.sort().join("\n"));
await attempt("ping long", () => socket.ping("x".repeat(126)));
await attempt("connecting", () => new (WebSocket as any)(url).ping());
console.log(socket.pause(), socket.isPaused, socket.pause(), socket.resume(), socket.isPaused, socket.resume());
socket.close();
console.log(socket.readyState, socket.send("x"), socket.bufferedAmount, socket.close(), socket.pause());
await closed(socket);
console.log(socket.terminate(), socket.close(), socket.ping(), socket.pause(), socket.resume(), socket.isPaused, socket.send("abc"), socket.bufferedAmount);
process.exit(0);
