import { add, addAll, requireFunction } from "./define.js";

/** An iterator and its `next`, read once. */
interface IteratorRecord {
  readonly iterator: object;
  readonly next: () => IteratorResult<unknown, unknown>;
}

type Callback = (value: unknown, index: number) => unknown;

const IteratorPrototype: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));

/** Adds `Iterator` and the methods of iterators: https://tc39.es/ecma262/#sec-iterator-objects */
export function installIterator(): void {
  if ("Iterator" in globalThis) return;
  function Iterator(this: unknown): void {
    if (new.target === undefined || new.target === Iterator) {
      throw new TypeError("Iterator cannot be constructed directly");
    }
  }
  Object.defineProperty(Iterator, "prototype", { value: IteratorPrototype, writable: false });
  add(Iterator, "from", from);
  add(globalThis, "Iterator", Iterator);
  addAll(IteratorPrototype, methods);
  add(IteratorPrototype, "constructor", Iterator);
  add(IteratorPrototype, Symbol.toStringTag, "Iterator");
  add(IteratorPrototype, Symbol.dispose, function dispose(this: object): void {
    closeIterator(this);
  });
}

const methods = {
  map(this: object, mapper: Callback): object {
    return helper(this, mapper, "mapper", function* ({ next }) {
      for (let index = 0; ; index++) {
        const { done, value } = next();
        if (done) return;
        yield mapper(value, index);
      }
    });
  },
  filter(this: object, predicate: Callback): object {
    return helper(this, predicate, "predicate", function* ({ next }) {
      for (let index = 0; ; index++) {
        const { done, value } = next();
        if (done) return;
        if (predicate(value, index)) yield value;
      }
    });
  },
  take(this: object, limit: unknown): object {
    const count = countOf(this, limit);
    return helper(this, null, "", function* ({ iterator, next }) {
      for (let left = count; left > 0; left--) {
        const { done, value } = next();
        if (done) return;
        yield value;
      }
      closeIterator(iterator);
    });
  },
  drop(this: object, limit: unknown): object {
    const count = countOf(this, limit);
    return helper(this, null, "", function* ({ next }) {
      for (let left = count; ; left--) {
        const { done, value } = next();
        if (done) return;
        if (left <= 0) yield value;
      }
    });
  },
  flatMap(this: object, mapper: Callback): object {
    return helper(this, mapper, "mapper", function* ({ next }) {
      for (let index = 0; ; index++) {
        const { done, value } = next();
        if (done) return;
        const inner = mapper(value, index);
        if (typeof inner !== "object" || inner === null)
          throw new TypeError(`${String(inner)} is not an object`);
        yield* toIterable(inner);
      }
    });
  },
  reduce(
    this: object,
    ...parameters: [reducer: (sum: unknown, value: unknown, index: number) => unknown, initial?: unknown]
  ): unknown {
    const [reducer] = parameters;
    const { next } = recordOf(this, reducer, "reducer");
    let index = 0;
    let sum = parameters[1];
    if (parameters.length < 2) {
      const first = next();
      if (first.done) throw new TypeError("Reduce of empty iterator with no initial value");
      sum = first.value;
      index = 1;
    }
    each(this, next, (value) => {
      sum = reducer(sum, value, index++);
      return false;
    });
    return sum;
  },
  toArray(this: object): unknown[] {
    const list: unknown[] = [];
    const { next } = recordOf(this);
    each(this, next, (value) => {
      list.push(value);
      return false;
    });
    return list;
  },
  forEach(this: object, callback: Callback): void {
    const { next } = recordOf(this, callback, "callback");
    each(this, next, (value, index) => {
      callback(value, index);
      return false;
    });
  },
  some(this: object, predicate: Callback): boolean {
    const { next } = recordOf(this, predicate, "predicate");
    return each(this, next, (value, index) => Boolean(predicate(value, index)));
  },
  every(this: object, predicate: Callback): boolean {
    const { next } = recordOf(this, predicate, "predicate");
    return !each(this, next, (value, index) => !predicate(value, index));
  },
  find(this: object, predicate: Callback): unknown {
    let found: unknown;
    const { next } = recordOf(this, predicate, "predicate");
    each(this, next, (value, index) => {
      if (!predicate(value, index)) return false;
      found = value;
      return true;
    });
    return found;
  },
};

function from(source: unknown): object {
  if (typeof source !== "string" && (typeof source !== "object" || source === null)) {
    throw new TypeError(`${String(source)} is not an object`);
  }
  const iterator = toIterator(Object(source));
  if (Object.prototype.isPrototypeOf.call(IteratorPrototype, iterator)) return iterator;
  const { next } = recordOf(iterator);
  return Object.create(IteratorPrototype, {
    next: { value: next, writable: true, configurable: true },
    return: { value: () => closeIterator(iterator) ?? { value: undefined, done: true }, configurable: true },
  });
}

function toIterator(source: object): object {
  const make: unknown = Reflect.get(source, Symbol.iterator);
  if (make === undefined || make === null) return source;
  requireFunction(make, "[Symbol.iterator]");
  const iterator: unknown = typeof make === "function" ? Reflect.apply(make, source, []) : undefined;
  if (typeof iterator !== "object" || iterator === null) throw new TypeError("Iterator is not an object");
  return iterator;
}

function toIterable(source: object): Iterable<unknown> {
  const record = recordOf(toIterator(source));
  return {
    [Symbol.iterator]: () => ({
      next: record.next,
      return() {
        closeIterator(record.iterator);
        return { value: undefined, done: true };
      },
    }),
  };
}

function recordOf(iterator: unknown, callback?: unknown, what = ""): IteratorRecord {
  if (typeof iterator !== "object" || iterator === null) throw new TypeError("Iterator is not an object");
  if (what !== "") requireFunction(callback, what);
  const next: unknown = Reflect.get(iterator, "next");
  return {
    iterator,
    next() {
      if (typeof next !== "function") throw new TypeError("iterator.next is not a function");
      const result: unknown = Reflect.apply(next, iterator, []);
      if (!isResult(result)) throw new TypeError("Iterator result is not an object");
      return result;
    },
  };
}

function isResult(result: unknown): result is IteratorResult<unknown, unknown> {
  return typeof result === "object" && result !== null;
}

function countOf(iterator: object, limit: unknown): number {
  recordOf(iterator);
  const count = Math.trunc(Number(limit));
  if (Number.isNaN(count) || count < 0) throw new RangeError("limit must be a positive number");
  return count;
}

/** Looks at every value until one is enough; whether one was. The iterator is closed then, and by errors. */
function each(
  iterator: object,
  next: IteratorRecord["next"],
  isEnough: (value: unknown, index: number) => boolean,
): boolean {
  for (let index = 0; ; index++) {
    const { done, value } = next();
    if (done) return false;
    let enough: boolean;
    try {
      enough = isEnough(value, index);
    } catch (error) {
      closeQuietly(iterator);
      throw error;
    }
    if (!enough) continue;
    closeIterator(iterator);
    return true;
  }
}

function closeIterator(iterator: object): unknown {
  const close: unknown = Reflect.get(iterator, "return");
  return typeof close === "function" ? Reflect.apply(close, iterator, []) : undefined;
}

function closeQuietly(iterator: object): void {
  try {
    closeIterator(iterator);
  } catch {
    // The error on the way is the one to tell.
  }
}

type Values = Generator<unknown, void, undefined>;

/** What `map` and its kin give: an iterator that closes the one below when it is closed or fails. */
class IteratorHelper {
  readonly #below: IteratorRecord;
  readonly #values: Values;
  /** Whether the one below needs no closing: it is done, or it failed itself. */
  #over = false;

  constructor(below: IteratorRecord, make: (record: IteratorRecord) => Values) {
    this.#below = below;
    this.#values = make({
      iterator: below.iterator,
      next: () => {
        this.#over = true;
        const result = below.next();
        this.#over = result.done === true;
        return result;
      },
    });
  }

  next(): IteratorResult<unknown, void> {
    try {
      return this.#values.next();
    } catch (error) {
      if (!this.#over) closeQuietly(this.#below.iterator);
      this.#over = true;
      throw error;
    }
  }

  return(): IteratorResult<unknown, void> {
    const result = this.#values.return();
    if (!this.#over) closeIterator(this.#below.iterator);
    this.#over = true;
    return result;
  }
}
Object.setPrototypeOf(IteratorHelper.prototype, IteratorPrototype);
Object.defineProperty(IteratorHelper.prototype, Symbol.toStringTag, {
  value: "Iterator Helper",
  configurable: true,
});
Reflect.deleteProperty(IteratorHelper.prototype, "constructor");

function helper(
  iterator: object,
  callback: Callback | null,
  what: string,
  make: (record: IteratorRecord) => Values,
): object {
  return new IteratorHelper(recordOf(iterator, callback, callback === null && what === "" ? "" : what), make);
}
