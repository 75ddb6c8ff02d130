// @covers Server.pendingRequests
// Who listens for the abort of a request still finds it among those that are pending; afterwards it is not.
import { connect, listen } from "../../client.ts";
const arrived = Promise.withResolvers<void>();
const aborted = Promise.withResolvers<void>();
const server: any = Bun.serve({
  ...listen(),
  fetch(request) {
    request.signal.addEventListener("abort", () => {
      console.log("aborted, pending", server.pendingRequests);
      aborted.resolve();
    });
    arrived.resolve();
    return new Promise<Response>(() => {});
  },
});
const client = connect(server);
client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
await arrived.promise;
console.log("arrived, pending", server.pendingRequests);
client.destroy();
await aborted.promise;
await Bun.sleep(20);
console.log("later, pending", server.pendingRequests);
await server.stop(true);
