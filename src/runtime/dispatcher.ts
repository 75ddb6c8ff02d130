import { findAddresses } from "../web/localhost.js";

/** Where the runtime's own `fetch` keeps what makes its connections; packages of undici replace it here, too. */
const KEY = Symbol.for("undici.globalDispatcher.1");

/** Makes the runtime's own `fetch` find hosts as Bun's does. */
export function installDispatcher(): void {
  const native: unknown = Reflect.get(globalThis, KEY);
  // A Node.js that keeps it elsewhere goes by the system's tables.
  if (typeof native !== "object" || native === null) return;
  const Agent: unknown = native.constructor;
  if (typeof Agent === "function" && Agent.name === "Agent") {
    Reflect.set(globalThis, KEY, Reflect.construct(Agent, [{ connect: { lookup: findAddresses } }]));
  }
}
