// @covers ServerWebSocket.close
// The codes as the client class hears them.
import { echo, open } from "./_client.ts";

for (const code of [1000, 1001, 1003, 1008, 1011, 1012, 3000, 4999, 1005]) {
  const { server, url } = echo({ message: (ws: any) => ws.close(code, `reason ${code}`) });
  const socket = await open(url);
  const over = new Promise<any>((resolve) => { socket.onclose = resolve; });
  socket.send("x");
  const event = await over;
  console.log(code, event.code, JSON.stringify(event.reason), event.wasClean);
  server.stop(true);
}
