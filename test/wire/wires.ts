import { afterEach } from "vitest";
import type { Exchange } from "../../src/wire/exchange.js";
import { nodeWire } from "../../src/wire/node/wire.js";
import { loadEngine } from "../../src/wire/uws/engine.js";
import { uwsWire } from "../../src/wire/uws/wire.js";
import type { Listener, ListenOptions, Wire } from "../../src/wire/wire.js";

/** Every wire that this machine can run: each contract test runs over all of them. */
export const wires: { name: string; wire: Wire }[] = [
  { name: "node", wire: nodeWire() },
  ...(loadEngine().uws === null ? [] : [{ name: "uws", wire: uwsWire() }]),
];

// uWebSockets.js 20.51.4 opens `::` for both families, whatever is asked, and cuts bytes above 0x7f off both
// ends of a field value, which it takes for white space. Nothing can be done about either from JavaScript.
/** The wires whose engine honours `ipv6Only`. */
export const ipv6OnlyWires = wires.filter(({ name }) => name === "node");
/** The wires whose engine keeps all bytes of a field value. */
export const wholeValueWires = wires.filter(({ name }) => name === "node");

export const ANY_PORT: ListenOptions = { port: 0, hostname: "127.0.0.1", reusePort: false, ipv6Only: false };

const open: Listener[] = [];

/** Listens for one test; closed after it. */
export function listen(
  wire: Wire,
  request: (exchange: Exchange) => void,
  options: Partial<ListenOptions> = {},
): Listener {
  const listener = wire.listen({ ...ANY_PORT, ...options }, { request });
  open.push(listener);
  return listener;
}

afterEach(async () => {
  const listeners = open.splice(0);
  for (const listener of listeners) listener.closeAll();
  await Promise.all(listeners.map((listener) => listener.closed));
});
