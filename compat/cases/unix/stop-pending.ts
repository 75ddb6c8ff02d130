// @covers Server.stop
import { ask } from "./_ask.ts";

let arrived = () => {};
const there = new Promise<void>((resolve) => (arrived = resolve));
const server = Bun.serve({
  unix: "app.sock",
  async fetch() {
    arrived();
    await Bun.sleep(100);
    return new Response("late");
  },
});
const reply = ask("app.sock");
await there;
const stopped = server.stop();
console.log(await ask("app.sock"));
console.log(await reply);
await stopped;
console.log("stopped");
