// @covers ServerWebSocket.terminate, ServerWebSocket.close
// What was sent and fits into the system's buffers arrives before the end. Only terminate drops what does not.
import { pair } from "./_pair.ts";

for (const size of [1000, 100_000, 12_000_000]) {
  for (const how of size > 1_000_000 ? ["terminate"] : ["terminate", "close"]) {
    for (const when of ["in a handler", "in a cork", "alone"]) {
      const go = (ws: any): void => {
        ws.send(new Uint8Array(size));
        ws.send("last");
        ws[how]();
      };
      const { server, client, ws } = await pair({ message: go, backpressureLimit: 64_000_000 });
      if (when === "in a handler") client.text("go");
      else if (when === "in a cork") ws.cork(go);
      else go(ws);
      const frames = await client.rest();
      console.log(size, how, when, frames);
      server.stop(true);
    }
  }
}
