/** Upgrades after an await, one after the other and at once, then ends by itself. Prints what came. */
import { connect } from "node:net";
import { FrameClient } from "../../../compat/frames.js";
import { uwsWire } from "../../../src/wire/uws/wire.js";
import { PLAIN_SOCKETS } from "../socket-options.js";

const listener = uwsWire().listen(
  { port: 0, hostname: "127.0.0.1", reusePort: false, ipv6Only: false },
  {
    request(exchange) {
      exchange.detach();
      setTimeout(() => exchange.upgrade(null, ["X-Late", "yes"], ""), 1);
    },
  },
);
listener.acceptSockets(PLAIN_SOCKETS, {
  open: (socket) => void socket.send("opened", false),
  message: (socket, message) => void socket.send(message, false),
  ping() {},
  pong() {},
  drain() {},
  close() {},
});

async function converse(): Promise<string> {
  const client = await FrameClient.open(listener.port);
  const heard = [client.status, await client.next()];
  client.text("echo");
  heard.push(await client.next());
  client.destroy();
  return heard.join(", ");
}

console.log(await converse());
console.log(new Set(await Promise.all(Array.from({ length: 50 }, converse))).size);
const gone = connect(listener.port, "127.0.0.1");
gone.write("GET / HTTP/1.1\r\nHost: test\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n", () =>
  gone.destroy(),
);
console.log(await converse());
listener.closeAll();
