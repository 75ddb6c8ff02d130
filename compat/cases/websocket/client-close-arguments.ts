// @covers WebSocketHandler.close
import { attempt } from "../../client.ts";
import { closed, echo, open } from "./_client.ts";

const { server, url } = echo({ close: (_: any, code: number, reason: string) => console.log("  server", code, JSON.stringify(reason)) });
for (const given of [[], [1000], [1001, "why"], [4000], [4999, "\u00fc".repeat(60)], [999], [1005], [5000], [1000, "x".repeat(124)], ["x"], [null], [1000.7], ["1000"]] as any[]) {
  const socket = await open(url);
  const over = closed(socket);
  await attempt(JSON.stringify(given).slice(0, 30), () => socket.close(...given));
  if (socket.readyState === 1) socket.terminate();
  await over;
  await new Promise((resolve) => setTimeout(resolve, 10));
}
server.stop(true);
