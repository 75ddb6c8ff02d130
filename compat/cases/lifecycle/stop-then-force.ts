// @covers Server.stop
// stop(true) after stop() cuts off what stop() waits for.
import { raw, request } from "../../client.ts";
const entered = Promise.withResolvers<void>();
const server = Bun.serve({ port: 0, fetch() { entered.resolve(); return new Promise<Response>(() => {}); } });
const reply = raw(server, request("GET", "/"), { close: true, limit: 5000 });
await entered.promise;
let done = false;
const stop = server.stop().then(() => { done = true; });
await new Promise((resolve) => setTimeout(resolve, 30));
console.log(done, server.pendingRequests);
server.stop(true);
await stop;
console.log(done, (await reply).replace("<reset>", "<closed>"), server.pendingRequests);
