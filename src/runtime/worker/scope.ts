import { syncBuiltinESMExports } from "node:module";
import workerThreads, { type MessagePort, parentPort } from "node:worker_threads";
import { setMain } from "../main-module.js";
import { defineHandlers } from "./event-handlers.js";
import type { StartData } from "./start-data.js";

/**
 * Gives the thread of a `Worker` its globals: `postMessage`, `onmessage`, and the methods of an event target. As
 * in Bun, it ends by itself unless it listens for messages.
 *
 * @see docs/runtime/workers.mdx of bun-types
 */
export function installWorkerScope({ main, data }: StartData): void {
  Reflect.set(workerThreads, "workerData", data);
  syncBuiltinESMExports();
  const file = process.argv[1];
  if (main !== undefined) setMain(main);
  if (file !== undefined) process.argv[1] = file;
  const port = parentPort;
  if (port === null) return;

  const target = new ScopeTarget(port);
  const methods = {
    postMessage(value: unknown, transfer?: unknown): void {
      Reflect.apply(port.postMessage, port, [value, listOf(transfer)]);
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
  };
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(globalThis, name, { value, writable: true, enumerable: true, configurable: true });
  }
  defineHandlers(globalThis, target, ["message", "messageerror", "error"]);
}

/** What the global methods act on. */
class ScopeTarget extends EventTarget {
  readonly #port: MessagePort;
  #listens = false;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
  }

  // Listening to the port holds the thread, so it begins when somebody wants to hear.
  override addEventListener(...parameters: Parameters<EventTarget["addEventListener"]>): void {
    super.addEventListener(...parameters);
    if (this.#listens || parameters[0] !== "message") return;
    this.#listens = true;
    for (const type of ["message", "messageerror"]) {
      this.#port.on(type, (data: unknown) => this.dispatchEvent(new MessageEvent(type, { data })));
    }
  }
}

/** What is transferred: a list, or an object that holds one. */
export function listOf(transfer: unknown): unknown {
  return typeof transfer === "object" && transfer !== null && "transfer" in transfer
    ? transfer.transfer
    : transfer;
}
