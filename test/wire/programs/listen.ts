// Listens on a free port, prints it, and takes the steps that it is told: a process of its own can end.
import { nodeWire } from "../../../src/wire/node/wire.js";
import { uwsWire } from "../../../src/wire/uws/wire.js";

const [, , name, ...steps] = process.argv;
const listener = (name === "node" ? nodeWire() : uwsWire()).listen(
  { port: 0, hostname: "127.0.0.1", reusePort: false, ipv6Only: false },
  { request: (exchange) => exchange.reply(200, [], "x") },
);
process.stdout.write(`${listener.port}\n`);
for (const step of steps) {
  if (step === "unref") listener.unref();
  else if (step === "ref") listener.ref();
  else if (step === "stop") listener.stop();
  // Alive until standard input ends.
  else if (step === "wait") process.stdin.resume();
}
