// @covers Serve.Options.idleTimeout
// @limit 30
// A client that takes nothing of a large reply is given up.
import { connect, request } from "../../client.ts";
const size = 30_000_000;
const server = Bun.serve({ port: 0, development: false, idleTimeout: 2, fetch: () => new Response("x".repeat(size)) });
const client = connect(server);
client.on("error", () => {}).pause();
client.write(request("GET", "/"));
await Bun.sleep(18_000);
let received = 0;
const closed = new Promise((resolve) => client.once("close", resolve));
client.on("data", (bytes: Buffer) => { received += bytes.length; }).resume();
await Promise.race([closed, Bun.sleep(5000)]);
console.log(received < size, server.pendingRequests);
process.exit(0);
