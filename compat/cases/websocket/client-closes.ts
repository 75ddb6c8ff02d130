// @covers WebSocketHandler.close
// @difference websocket-close-codes uws
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const endings: Record<string, (client: any) => void> = {
  "no code": (client) => client.close(),
  "1000": (client) => client.close(1000),
  "1000 with reason": (client) => client.close(1000, "gr\u00fc\u00df"),
  "1001": (client) => client.close(1001),
  "1002": (client) => client.close(1002, "x"),
  "1003": (client) => client.close(1003),
  "1007": (client) => client.close(1007),
  "1012": (client) => client.close(1012),
  "1014": (client) => client.close(1014),
  "1015": (client) => client.close(1015),
  "3000": (client) => client.close(3000, "x".repeat(123)),
  "4999": (client) => client.close(4999),
  "fin": (client) => client.end(),
  "reset": (client) => client.reset(),
  "close then data": (client) => client.close(1000).text("late"),
};
for (const [name, end] of Object.entries(endings)) {
  const log = new Log();
  const { server, client } = await pair({
    message: (_: any, message: any) => log.add(`message ${message}`),
    close: (_: any, code: number, reason: string) => log.add(`handler ${code} ${JSON.stringify(reason)}`),
  });
  end(client);
  if (name !== "reset") console.log(name, await client.rest(500));
  else console.log(name);
  await log.until("handler");
  log.flush();
  client.destroy();
  server.stop(true);
}
