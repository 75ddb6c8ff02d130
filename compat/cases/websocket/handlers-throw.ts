// @covers WebSocketHandler.error
// @limit 30
import { FrameClient } from "../../frames.ts";
import { Log, pause } from "./_log.ts";
import { pair } from "./_pair.ts";

process.on("uncaughtException", (error: any) => console.log("uncaughtException", error.message));
process.on("unhandledRejection", (error: any) => console.log("unhandledRejection", error.message));
const handlers: Record<string, any> = {
  open: (ws: any) => { throw new Error(`open ${ws.readyState}`); },
  message: () => { throw new Error("message"); },
  ping: () => { throw new Error("ping"); },
  pong: () => { throw new Error("pong"); },
  close: () => { throw new Error("close"); },
};
const errors: Record<string, any> = {
  none: undefined,
  sync: (error: any, ws: any) => console.log("error", error.message, ws?.readyState, typeof ws),
  async: async (error: any) => { await 1; console.log("async error", error.message); },
  throwing: () => { throw new Error("from error"); },
};
for (const [kind, error] of Object.entries(errors)) {
  for (const name of Object.keys(handlers)) {
    for (const style of ["sync", "async"]) {
      console.log(`--- ${style} ${name}, error: ${kind}`);
      const log = new Log();
      const handler = style === "sync" ? handlers[name] : async (...given: any[]) => { await 1; handlers[name](...given); };
      const { server, client } = await pair({
        close: (_: any, code: number, reason: string) => log.add(`closed ${code} ${JSON.stringify(reason)}`),
        ...(error && { error }),
        [name]: handler,
      });
      client.text("x").send("ping", "p").send("pong", "q").text("y");
      if (name === "close") client.close(1000);
      const frames = await client.rest(120);
      console.log(frames);
      client.destroy();
      await pause(10);
      log.flush();
      server.stop(true);
    }
  }
}
