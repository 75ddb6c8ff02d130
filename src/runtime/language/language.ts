import { types } from "node:util";
import { installByteMethods } from "./bytes.js";
import { add, requireFunction } from "./define.js";
import { installDisposal } from "./disposal.js";
import { installGrouping } from "./grouping.js";
import { installIterator } from "./iterator.js";
import { installSetMethods } from "./sets.js";

/** Adds what Bun's JavaScript has and an engine of Node.js lacks, as the standard says. */
export function installLanguage(): void {
  add(Promise, "withResolvers", withResolvers);
  add(Promise, "try", attempt);
  add(Array, "fromAsync", fromAsync);
  add(Error, "isError", types.isNativeError);
  add(RegExp, "escape", escapePattern);
  installIterator();
  installSetMethods();
  installGrouping();
  installByteMethods();
  installDisposal();
}

/** https://tc39.es/ecma262/#sec-promise.try */
function attempt(
  this: PromiseConstructor,
  callback: (...parameters: unknown[]) => unknown,
  ...parameters: unknown[]
): Promise<unknown> {
  return new this((resolve) => {
    requireFunction(callback, "callback");
    resolve(callback(...parameters));
  });
}
Object.defineProperty(attempt, "name", { value: "try" });
Object.defineProperty(escapePattern, "name", { value: "escape" });

/** https://tc39.es/ecma262/#sec-regexp.escape */
function escapePattern(text: unknown): string {
  if (typeof text !== "string") throw new TypeError("RegExp.escape takes a string");
  return text.replace(/^[\da-z]|[\^$\\.*+?()[\]{}|/]|[,\-=<>#&!%:;@~'`"\s\uFEFF]/gi, (character) =>
    /[\^$\\.*+?()[\]{}|/]/.test(character) ? `\\${character}` : (SPACES[character] ?? hexEscape(character)),
  );
}

const SPACES: Readonly<Record<string, string>> = {
  "\t": "\\t",
  "\n": "\\n",
  "\v": "\\v",
  "\f": "\\f",
  "\r": "\\r",
};

function hexEscape(character: string): string {
  const code = character.charCodeAt(0);
  return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

/** https://tc39.es/ecma262/#sec-promise.withResolvers */
function withResolvers<T>(this: PromiseConstructor): PromiseWithResolvers<T> {
  let resolve: PromiseWithResolvers<T>["resolve"] = () => undefined;
  let reject: PromiseWithResolvers<T>["reject"] = () => undefined;
  const promise = new this<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

/** https://tc39.es/proposal-array-from-async/ */
async function fromAsync<T, U>(
  items: AsyncIterable<T> | Iterable<T | PromiseLike<T>> | ArrayLike<T | PromiseLike<T>>,
  map?: (item: T, index: number) => U | PromiseLike<U>,
  thisArgument?: unknown,
): Promise<(T | U)[]> {
  const list: (T | U)[] = [];
  const add = async (item: T) => {
    list.push(map === undefined ? item : await map.call(thisArgument, item, list.length));
  };
  if (Symbol.asyncIterator in items || Symbol.iterator in items) {
    for await (const item of items) await add(item);
  } else {
    for (let index = 0; index < items.length; index++) {
      const item = await items[index];
      if (item !== undefined) await add(item);
    }
  }
  return list;
}
