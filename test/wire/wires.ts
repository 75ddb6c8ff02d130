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
