/** What an iterator reads from the `Headers` it belongs to. */
export interface FieldSource {
  /** Changes whenever a field does. */
  version(): number;
  /** Lower-case names, sorted, without set-cookie. */
  names(): string[];
  value(name: string): string | null;
  cookies(): readonly string[] | null;
}

/** Goes on by position when fields change meanwhile, as WebKit does. */
class FieldIterator<T> {
  readonly #source: FieldSource;
  readonly #pick: (name: string, value: string) => T;
  #names: string[] = [];
  #version = -1;
  #index = 0;
  #done = false;

  constructor(source: FieldSource, pick: (name: string, value: string) => T) {
    this.#source = source;
    this.#pick = pick;
  }

  next(): IteratorResult<T, undefined> {
    while (!this.#done) {
      const source = this.#source;
      if (this.#version !== source.version()) {
        this.#names = source.names();
        this.#version = source.version();
      }
      const index = this.#index++;
      const name = this.#names[index];
      if (name !== undefined) {
        const value = source.value(name);
        if (value !== null) return { value: this.#pick(name, value), done: false };
        continue;
      }
      const cookie = source.cookies()?.[index - this.#names.length];
      if (cookie !== undefined) return { value: this.#pick("set-cookie", cookie), done: false };
      this.#done = true;
    }
    return { value: undefined, done: true };
  }

  declare [Symbol.iterator]: () => HeadersIterator<T>;
  declare [Symbol.dispose]: () => void;
}

const iteratorPrototype: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
Object.setPrototypeOf(FieldIterator.prototype, iteratorPrototype);
Object.defineProperty(FieldIterator.prototype, "next", { enumerable: true });
Object.defineProperty(FieldIterator.prototype, Symbol.toStringTag, {
  value: "Headers Iterator",
  configurable: true,
});

/** Iterates over `source`; `pick` decides what a step gives. */
export function iterateFields<T>(
  source: FieldSource,
  pick: (name: string, value: string) => T,
): HeadersIterator<T> {
  return new FieldIterator(source, pick);
}
