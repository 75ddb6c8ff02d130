/** Adds what Bun's JavaScript has and Node.js 20 lacks, as the standard says. */
export function installLanguage(): void {
  add(Promise, "withResolvers", withResolvers);
  add(Array, "fromAsync", fromAsync);
}

function add(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, writable: true, enumerable: false, configurable: true });
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
