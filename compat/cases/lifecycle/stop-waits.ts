// @covers Server.stop
// stop() resolves when the last reply is complete; streams are replies, too.
import { raw, request } from "../../client.ts";
const entered = Promise.withResolvers<void>();
const server = Bun.serve({ port: 0, fetch() {
  entered.resolve();
  return new Response((async function* () { for (let i = 0; i < 5; i++) { yield `${i};`; await new Promise((resolve) => setTimeout(resolve, 20)); } })() as any);
} });
const reply = raw(server, request("GET", "/"), { close: true, limit: 5000 });
await entered.promise;
let stopped = false;
const stop = server.stop().then(() => { stopped = true; });
await new Promise((resolve) => setTimeout(resolve, 30));
console.log("stopped early", stopped);
const text = await reply;
await stop;
console.log(text.includes("4;"), text.endsWith("0\r\n\r\n<closed>"), "stopped", stopped);
