// biome-ignore-all lint/complexity/noArguments: a missing argument is not the same as undefined
import { Cookie, type CookieInit, makeCookie } from "./cookie.js";
import {
  checkedDomain,
  checkedName,
  checkedPath,
  defaultAttributes,
  isObject,
  optionsOf,
  readAttributes,
  readScope,
} from "./cookie-attributes.js";
import { parseCookieField } from "./cookie-parsing.js";
import { missingArguments, typeError } from "./errors.js";
import { block, showAs } from "./inspect.js";

/** What {@link CookieMap.delete} needs to know beside the name: a browser deletes by domain and path, too. */
export interface CookieStoreDeleteOptions {
  name: string;
  domain?: string | null;
  path?: string;
}

type Pair = [name: string, value: string];

/** Adds the `Set-Cookie` fields that apply the changes of a map to a list of header fields. */
export let appendSetCookies: (map: CookieMap, fields: string[]) => void;
export let copyCookieMap: (map: CookieMap) => CookieMap;

let own: (value: unknown, member: string) => CookieMap;
/** The entry at a position of the map, changes first; null: nothing to show there, undefined: the end. */
let pairAt: (map: CookieMap, index: number) => Pair | null | undefined;

/**
 * Cookies by name, and what was changed of them: changes come first, in the order in which they were made.
 * @see https://bun.com/docs/runtime/cookies
 */
export class CookieMap implements Iterable<[string, string]> {
  /** As received; what was changed is taken out. */
  #received: Pair[] = [];
  /** Set and deleted ones; a deleted one has no value. */
  #changed: Cookie[] = [];

  /**
   * @param init a `Cookie` field, pairs, or an object of names and values
   * @throws {TypeError} for anything else
   */
  constructor(init?: string | string[][] | Record<string, string> | null) {
    if (init === undefined || init === null) return;
    if (typeof init === "string") this.#received = parseCookieField(init);
    else if (Array.isArray(init)) this.#received = init.map(pairOf);
    else if (isObject(init)) this.#received = membersOf(init);
    else throw new TypeError("Invalid initializer type");
  }

  /** The value of a cookie; null where there is none. */
  get(name: string): string | null {
    const map = own(this, "get");
    const wanted = String(name).toWellFormed();
    for (const cookie of map.#changed) {
      if (cookie.name === wanted) return cookie.value === "" ? null : cookie.value;
    }
    for (const [other, value] of map.#received) if (other === wanted) return value;
    return null;
  }

  /** The values of `Set-Cookie` fields that apply the changes. */
  toSetCookieHeaders(): string[] {
    return own(this, "toSetCookieHeaders").#changed.map((cookie) => cookie.serialize());
  }

  has(name: string): boolean {
    return own(this, "has").get(name) !== null;
  }

  /**
   * Sets a cookie; an empty value hides it.
   * @throws {TypeError} as the constructor of {@link Cookie} does
   */
  set(name: string, value: string, options?: CookieInit): void;
  set(cookie: CookieInit | Cookie): void;
  set(first?: unknown, value?: unknown, options?: CookieInit): void {
    const map = own(this, "set");
    if (arguments.length === 0) return;
    if (first instanceof Cookie) map.#change(first);
    else if (isCookieInit(first)) map.#change(new Cookie(first));
    else if (arguments.length < 2) throw missingArguments();
    else {
      const name = `${first}`;
      const text = `${value}`;
      if (name === "") {
        // Unlike the class, which misses it before it looks at the options.
        readAttributes(optionsOf(options));
        checkedName(name);
      }
      map.#change(new Cookie(name, text, options));
    }
  }

  /**
   * Deletes a cookie: the change is one with an expiry date in the past.
   * @throws {TypeError} for a missing or malformed name
   */
  delete(name: string, options?: Omit<CookieStoreDeleteOptions, "name">): void;
  delete(options: CookieStoreDeleteOptions): void;
  delete(first?: unknown, options?: unknown): void {
    const map = own(this, "delete");
    if (arguments.length === 0) return;
    let scope: Record<string, unknown> | null = null;
    let name: unknown = first;
    if (isObject(first)) {
      scope = first;
      name = first["name"];
    }
    if (typeof name !== "string") throw new TypeError("Cookie name is required");
    if (arguments.length > 1) {
      if (!isObject(options)) throw new TypeError("Options must be an object");
      scope ??= options;
    }
    const { domain, path } = scope === null ? { domain: null, path: "/" } : readScope(scope);
    // As in Bun it is gone, even where the browser cannot be told.
    map.#remove(name);
    map.#changed.push(deletion(name, domain, path));
  }

  #change(cookie: Cookie): void {
    this.#remove(cookie.name);
    this.#changed.push(cookie);
  }

  #remove(name: string): void {
    this.#received = this.#received.filter(([other]) => other !== name);
    this.#changed = this.#changed.filter((other) => other.name !== name);
  }

  entries(): CookieMapIterator<[string, string]> {
    return new CookieIterator(own(this, "entries"), (name, value): [string, string] => [name, value]);
  }

  keys(): CookieMapIterator<string> {
    return new CookieIterator(own(this, "keys"), (name) => name);
  }

  values(): CookieMapIterator<string> {
    return new CookieIterator(own(this, "values"), (_name, value) => value);
  }

  forEach(callback: (value: string, key: string, map: CookieMap) => void, thisArgument?: unknown): void {
    const map = own(this, "forEach");
    if (typeof callback !== "function") {
      throw typeError("ERR_INVALID_ARG_TYPE", "Cannot call callback on a non-function");
    }
    for (const [name, value] of map.entries()) callback.call(thisArgument, value, name, map);
  }

  /** Names and values; of several cookies of one name the first. */
  toJSON(): Record<string, string> {
    const members: Record<string, string> = {};
    for (const [name, value] of own(this, "toJSON").entries()) {
      if (Object.hasOwn(members, name)) continue;
      Object.defineProperty(members, name, { value, enumerable: true, writable: true, configurable: true });
    }
    return members;
  }

  get size(): number {
    if (!(typeof this === "object" && #received in this)) throw new TypeError("Type error");
    return this.#received.length + this.#changed.filter((cookie) => cookie.value !== "").length;
  }

  declare [Symbol.iterator]: () => CookieMapIterator<[string, string]>;
  declare readonly [Symbol.toStringTag]: string;

  static {
    own = (value, member) => {
      if (typeof value === "object" && value !== null && #received in value) return value;
      throw typeError("ERR_INVALID_THIS", `Can only call CookieMap.${member} on instances of CookieMap`);
    };
    pairAt = (map, index) => {
      const cookie = map.#changed[index];
      if (cookie === undefined) return map.#received[index - map.#changed.length];
      return cookie.value === "" ? null : [cookie.name, cookie.value];
    };
    appendSetCookies = (map, fields) => {
      for (const cookie of map.#changed) fields.push("Set-Cookie", cookie.serialize());
    };
    copyCookieMap = (map) => {
      const copy = new CookieMap();
      copy.#received = [...map.#received];
      copy.#changed = [...map.#changed];
      return copy;
    };
    showAs(CookieMap.prototype, (map) => {
      if (!(#received in map)) return "CookieMap {}";
      return block(
        [...map.entries()].map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},`),
      );
    });
  }
}

/** What the methods of a {@link CookieMap} iterate with. */
export type CookieMapIterator<T> = IteratorObject<T, undefined, unknown>;

/** Goes on by position when the map changes meanwhile. */
class CookieIterator<T> {
  readonly #map: CookieMap;
  readonly #pick: (name: string, value: string) => T;
  #index = 0;

  constructor(map: CookieMap, pick: (name: string, value: string) => T) {
    this.#map = map;
    this.#pick = pick;
  }

  next(): IteratorResult<T, undefined> {
    for (;;) {
      const pair = pairAt(this.#map, this.#index);
      if (pair === undefined) return { value: undefined, done: true };
      this.#index++;
      if (pair !== null) return { value: this.#pick(pair[0], pair[1]), done: false };
    }
  }

  declare [Symbol.iterator]: () => CookieMapIterator<T>;
  declare [Symbol.dispose]: () => void;
}

const iteratorPrototype: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
Object.setPrototypeOf(CookieIterator.prototype, iteratorPrototype);
Object.defineProperty(CookieIterator.prototype, "next", { enumerable: true });
Object.defineProperty(CookieIterator.prototype, Symbol.toStringTag, {
  value: "CookieMap Iterator",
  configurable: true,
});

for (const member of Object.getOwnPropertyNames(CookieMap.prototype)) {
  if (member !== "constructor") Object.defineProperty(CookieMap.prototype, member, { enumerable: true });
}
Object.defineProperties(CookieMap.prototype, {
  [Symbol.iterator]: { value: CookieMap.prototype.entries, writable: true, configurable: true },
  [Symbol.toStringTag]: { value: "CookieMap", configurable: true },
});
// Bundlers rename a class that mentions itself.
Object.defineProperties(CookieMap, {
  name: { value: "CookieMap", configurable: true },
  length: { value: 1 },
});
for (const [method, length] of [
  [CookieMap.prototype.set, 2],
  [CookieMap.prototype.delete, 1],
  [CookieMap.prototype.forEach, 1],
] as const) {
  Object.defineProperty(method, "length", { value: length });
}

/** Browsers take nothing for such a cookie, a deletion included, that is not `Secure` (RFC 6265bis section 4.1.3). */
const PREFIXED = /^__(?:host|secure)-/i;

function deletion(name: string, domain: string | null, path: string): Cookie {
  checkedName(name);
  checkedPath(path);
  checkedDomain(domain ?? "");
  return makeCookie(name, "", {
    ...defaultAttributes(),
    domain,
    path,
    expires: 0,
    secure: PREFIXED.test(name),
  });
}

function isCookieInit(value: unknown): value is CookieInit {
  return isObject(value);
}

function pairOf(pair: unknown): Pair {
  if (!Array.isArray(pair)) throw new TypeError("Expected each element to be an array of two strings");
  if (pair.length !== 2) throw new TypeError("Expected arrays of exactly two strings");
  return [text(pair[0]), text(pair[1])];
}

function membersOf(object: Record<string, unknown>): Pair[] {
  // Bun reads every own member of a function, and the enumerable ones of any other object.
  const names = typeof object === "function" ? Object.getOwnPropertyNames(object) : Object.keys(object);
  return names.map((name): Pair => [name, text(object[name])]);
}

function text(value: unknown): string {
  if (typeof value === "symbol") throw new TypeError("Cannot convert a symbol to a string");
  return String(value);
}
