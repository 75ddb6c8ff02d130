// @covers WebSocketHandler.error

import { pause } from "./_log.ts";
import { pair } from "./_pair.ts";

for (const value of [undefined, null, 5, "text", { code: 1 }, new TypeError("typed")]) {
  const { server, client } = await pair({
    message() { throw value; },
    error(this: any, error: any, ws: any) { console.log(error === value, String(error), ws.constructor.name, arguments.length, this?.constructor?.name); },
  });
  client.text("x");
  await pause(20);
  client.destroy();
  server.stop(true);
}
