import { createRequire } from "node:module";
import { inspect, types } from "node:util";

const require = createRequire(import.meta.url);

/** What a promise has come to. */
export type PromiseStatus = "pending" | "fulfilled" | "rejected";

/**
 * The value of a fulfilled promise or the reason of a rejected one, at once; the promise itself while it is
 * pending, and everything that is no promise as it is.
 *
 * @see https://bun.sh/docs/api/utils#bun-peek
 */
export function peek<T>(promise: T | Promise<T>): Promise<T> | T;
export function peek(promise: unknown): unknown {
  if (!types.isPromise(promise) || status(promise) === "pending") return promise;
  return resultOf(promise);
}

/**
 * The state of a promise, at once; anything else counts as fulfilled.
 * @see https://bun.sh/docs/api/utils#bun-peek
 */
function status(promise: unknown): PromiseStatus {
  if (!types.isPromise(promise)) return "fulfilled";
  // The only public place in Node that knows a promise's state. The first mark it makes tells it.
  let mark = "";
  inspect(promise, {
    depth: 0,
    customInspect: false,
    stylize(text: string, style: string) {
      if (style === "special" && mark === "") mark = text;
      return text;
    },
  } as Parameters<typeof inspect>[1]);
  if (mark === "<pending>") return "pending";
  return mark === "<rejected>" ? "rejected" : "fulfilled";
}

peek.status = status;

interface Slot {
  promise: Promise<unknown>;
  result: unknown;
}

/** Asks the debugger, which answers synchronously and sees the inside of promises. */
function resultOf(promise: Promise<unknown>): unknown {
  const { Session } = require("node:inspector") as typeof import("node:inspector");
  const slot: Slot = { promise, result: undefined };
  const name = `bunshim.peek.${Math.random()}`;
  const session = new Session();
  session.connect();
  Object.defineProperty(globalThis, name, { value: slot, configurable: true });
  try {
    const read = `globalThis[${JSON.stringify(name)}]`;
    session.post("Runtime.evaluate", { expression: `${read}.promise` }, (_error, { result }) => {
      const { objectId } = result;
      session.post("Runtime.getProperties", { objectId: objectId ?? "" }, (_failure, found) => {
        const inner = found.internalProperties?.find((property) => property.name === "[[PromiseResult]]");
        session.post("Runtime.callFunctionOn", {
          functionDeclaration: `function (value) { ${read}.result = value; }`,
          objectId,
          arguments: [
            inner?.value?.objectId === undefined
              ? unserialized(inner?.value)
              : { objectId: inner.value.objectId },
          ],
        });
      });
    });
  } finally {
    Reflect.deleteProperty(globalThis, name);
    session.disconnect();
  }
  return slot.result;
}

function unserialized(value: { value?: unknown; unserializableValue?: string } | undefined): object {
  if (value?.unserializableValue !== undefined) return { unserializableValue: value.unserializableValue };
  return { value: value?.value };
}
