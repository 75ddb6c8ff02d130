// biome-ignore-all lint/complexity/noArguments: a missing argument is not the same as undefined
import type { Exchange } from "../wire/exchange.js";
import { missingArguments, typeError } from "./errors.js";
import { CONTENT_TYPE, COOKIE, type FieldName, fieldName, receivedName, SET_COOKIE } from "./field-name.js";
import { iterateFields } from "./headers-iterator.js";
import { block, showAs } from "./inspect.js";
import { isNativeHeaders, NativeHeaders } from "./native.js";
import { setLengths, standardise } from "./standard-class.js";

interface Field {
  readonly name: FieldName;
  value: string;
}

/** CR, LF and NUL would end the field; above U+00FF a character has no byte. */
const INVALID_VALUE = /[\0\r\n\u0100-\uffff]/;

/** @param shown the name as an error tells it */
function fieldValue(shown: string, given: string): string {
  let value = given;
  const first = value.charCodeAt(0);
  const last = value.charCodeAt(value.length - 1);
  if (first <= 0x20 || last <= 0x20) value = value.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, "");
  if (INVALID_VALUE.test(value)) throw new TypeError(`Header '${shown}' has invalid value`);
  return value;
}

function text(given: unknown): string {
  if (typeof given === "string") return given;
  if (typeof given === "symbol") throw new TypeError("Cannot convert a symbol to a string");
  return String(given);
}

/** The method that makes an object a sequence; undefined where there is none (Web IDL, "union types"). */
function iteratorMethod(value: object): unknown {
  return Reflect.get(value, Symbol.iterator) ?? undefined;
}

/** Reads a sequence to its end, and closes its iterator when `read` throws. */
function readSequence(value: object, method: unknown, read: (item: unknown) => void): void {
  if (typeof method !== "function") throw new TypeError("Type error");
  const iterator: unknown = Reflect.apply(method, value, []);
  if (!isIterator(iterator)) throw new TypeError("Type error");
  for (const item of { [Symbol.iterator]: () => iterator }) read(item);
}

function isIterator(value: unknown): value is Iterator<unknown> {
  return typeof value === "object" && value !== null && "next" in value && typeof value.next === "function";
}

function expectArguments(given: number, expected: number): void {
  if (given < expected) throw missingArguments();
}

let arriving: Exchange | null = null;

/** The header of an incoming request: nothing is read from the exchange before somebody asks. */
export let incomingHeaders: (exchange: Exchange) => Headers;
/** The exchange ends: has it remember what these fields were asked for. */
export let keepFields: (headers: Headers) => void;
/** Appends the fields to `out` as Bun writes them: cookies, known names, other names. Framing fields are left out. */
export let writeFields: (headers: Headers, out: string[]) => void;
/** Sets content-type unless it is there. */
export let implyContentType: (headers: Headers, type: string) => void;
/** Whether `value` was made by our class. */
export let isHeaders: (value: unknown) => value is Headers;
/** A copy of its own. */
export let copyHeaders: (headers: Headers) => Headers;

/**
 * The standard `Headers` with Bun's additions `toJSON`, `getAll` and `count`. Iteration is sorted by name,
 * `set-cookie` last.
 *
 * @see https://fetch.spec.whatwg.org/#headers-class
 */
export class Headers {
  /** In order of insertion, without set-cookie. */
  #fields: Field[];
  #cookies: string[] | null = null;
  /** Whose fields these are as long as nobody iterated or changed them. */
  #exchange: Exchange | null;
  /** Counts changes, so that an iterator notices them. */
  #version = 0;

  /** @throws {TypeError} when a name is no token or a value holds CR, LF, NUL or characters above U+00FF */
  constructor(init?: ConstructorParameters<typeof globalThis.Headers>[0] | null) {
    this.#fields = [];
    this.#exchange = arriving;
    arriving = null;
    if (init !== undefined) this.#fill(init);
  }

  #fill(given: unknown): void {
    if ((typeof given !== "object" && typeof given !== "function") || given === null) {
      throw new TypeError("Type error");
    }
    const init: object = given;
    if (#fields in init) {
      init.#load();
      for (const field of init.#fields) this.#fields.push({ name: field.name, value: field.value });
      if (init.#cookies !== null) this.#cookies = init.#cookies.slice();
    } else if (isNativeHeaders(init)) {
      for (const [name, value] of init) this.#append(fieldName(name), value);
    } else {
      const method = iteratorMethod(init);
      if (method === undefined) this.#fillFromRecord(init);
      else this.#fillFromSequence(init, method);
    }
  }

  // Everything is converted to text before anything is looked at, as Web IDL has it.
  #fillFromSequence(sequence: object, method: unknown): void {
    if (typeof method !== "function") throw new TypeError("Symbol.iterator property should be callable");
    const pairs: string[][] = [];
    readSequence(sequence, method, (pair) => {
      if (typeof pair !== "object" || pair === null) {
        throw typeError("ERR_INVALID_ARG_TYPE", "Value is not a sequence");
      }
      const items: string[] = [];
      readSequence(pair, iteratorMethod(pair), (item) => items.push(text(item)));
      pairs.push(items);
    });
    for (const [name, value, ...more] of pairs) {
      if (name === undefined || value === undefined || more.length > 0) {
        throw new TypeError("Header sub-sequence must contain exactly two items");
      }
      this.#appendChecked(name, value);
    }
  }

  #fillFromRecord(record: object): void {
    const pairs = Object.keys(record).map((key) => [key, text(Reflect.get(record, key))] as const);
    for (const key of Object.getOwnPropertySymbols(record)) {
      if (Object.prototype.propertyIsEnumerable.call(record, key)) text(key);
    }
    for (const [name, value] of pairs) this.#appendChecked(name, value);
  }

  #appendChecked(spelled: string, value: string): void {
    const name = fieldName(spelled);
    this.#append(name, fieldValue(name.wire, value));
  }

  /** Takes over the fields of the exchange. */
  #load(): void {
    const exchange = this.#exchange;
    if (exchange === null) return;
    this.#exchange = null;
    const list = exchange.headerList();
    for (let i = 0; i + 1 < list.length; i += 2) {
      this.#append(receivedName(list[i] ?? ""), list[i + 1] ?? "");
    }
  }

  #find(name: FieldName): Field | undefined {
    for (const field of this.#fields) if (field.name.lower === name.lower) return field;
    return undefined;
  }

  #append(name: FieldName, value: string): void {
    this.#version++;
    if (name === SET_COOKIE) {
      if (this.#cookies === null) this.#cookies = [value];
      else this.#cookies.push(value);
      return;
    }
    const field = this.#find(name);
    if (field === undefined) this.#fields.push({ name, value });
    else field.value += (name === COOKIE ? "; " : ", ") + value;
  }

  #get(name: FieldName): string | null {
    if (this.#exchange !== null) return this.#exchange.header(name.lower);
    if (name === SET_COOKIE) return this.#cookies === null ? null : this.#cookies.join(", ");
    return this.#find(name)?.value ?? null;
  }

  /** Adds a value; several values of one name are joined by `, ` (`cookie`: `; `), `set-cookie` stays apart. */
  append(name: string, value: string): void {
    assertHeaders(this, "append");
    expectArguments(arguments.length, 2);
    const spelled = text(name);
    const given = text(value);
    const known = fieldName(spelled);
    const checked = fieldValue(known.wire, given);
    this.#load();
    this.#append(known, checked);
  }

  /** Removes every field of that name. */
  delete(name: string): void {
    assertHeaders(this, "delete");
    expectArguments(arguments.length, 1);
    const known = fieldName(text(name));
    this.#load();
    this.#version++;
    if (known === SET_COOKIE) {
      this.#cookies = null;
      return;
    }
    const index = this.#fields.findIndex((field) => field.name.lower === known.lower);
    if (index !== -1) this.#fields.splice(index, 1);
  }

  /** The value, or null. */
  get(name: string): string | null {
    assertHeaders(this, "get");
    expectArguments(arguments.length, 1);
    return this.#get(fieldName(text(name)));
  }

  /**
   * Bun's older way to read several cookies; only for `set-cookie`.
   * @throws {TypeError} for any other name
   */
  getAll(name: "set-cookie" | "Set-Cookie"): string[] {
    assertHeaders(this, "getAll");
    if (arguments.length === 0) throw new TypeError("Missing argument");
    if (text(name).toLowerCase() !== "set-cookie") {
      throw new TypeError('Only "set-cookie" is supported.');
    }
    return this.getSetCookie();
  }

  has(name: string): boolean {
    assertHeaders(this, "has");
    expectArguments(arguments.length, 1);
    return this.#get(fieldName(text(name))) !== null;
  }

  /** Replaces every value of that name by one. */
  set(name: string, value: string): void {
    assertHeaders(this, "set");
    expectArguments(arguments.length, 2);
    const spelled = text(name);
    const given = text(value);
    const known = fieldName(spelled);
    const checked = fieldValue(spelled, given);
    this.#load();
    this.#version++;
    if (known === SET_COOKIE) {
      this.#cookies = [checked];
      return;
    }
    const field = this.#find(known);
    if (field === undefined) this.#fields.push({ name: known, value: checked });
    else field.value = checked;
  }

  entries(): ReturnType<globalThis.Headers["entries"]> {
    assertHeaders(this, "entries");
    return iterateFields(this.#source(), (name, value): [string, string] => [name, value]);
  }

  keys(): ReturnType<globalThis.Headers["keys"]> {
    assertHeaders(this, "keys");
    return iterateFields(this.#source(), (name) => name);
  }

  values(): ReturnType<globalThis.Headers["values"]> {
    assertHeaders(this, "values");
    return iterateFields(this.#source(), (_name, value) => value);
  }

  #source() {
    return {
      version: () => this.#version,
      names: () => {
        this.#load();
        return this.#fields.map((field) => field.name.lower).sort();
      },
      value: (name: string) => this.#find(fieldName(name))?.value ?? null,
      cookies: () => this.#cookies,
    };
  }

  forEach(callback: (value: string, name: string, headers: Headers) => void, thisArg?: unknown): void {
    assertHeaders(this, "forEach");
    if (typeof callback !== "function") {
      throw typeError("ERR_INVALID_ARG_TYPE", "Cannot call callback on a non-function");
    }
    for (const [name, value] of this.entries()) callback.call(thisArg, value, name, this);
  }

  /** A plain object of the fields, in the order in which they are sent; `set-cookie` is an array. */
  toJSON(): Record<string, string | string[]> {
    assertHeaders(this, "toJSON");
    this.#load();
    const entries: [string, string | string[]][] = [];
    for (const { name, value } of this.#fields) if (name.known) entries.push([name.lower, value]);
    if (this.#cookies !== null) entries.push([SET_COOKIE.lower, this.#cookies.slice()]);
    for (const { name, value } of this.#fields) if (!name.known) entries.push([name.lower, value]);
    return Object.fromEntries(entries);
  }

  /** How many fields there are. */
  get count(): number {
    if (!isHeaders(this)) return 0;
    this.#load();
    return this.#fields.length + (this.#cookies?.length ?? 0);
  }

  /** The values of `set-cookie`, one by one. */
  getSetCookie(): string[] {
    assertHeaders(this, "getSetCookie");
    this.#load();
    return this.#cookies === null ? [] : this.#cookies.slice();
  }

  static {
    isHeaders = (value): value is Headers => typeof value === "object" && value !== null && #fields in value;
    incomingHeaders = (exchange) => {
      arriving = exchange;
      return new Headers();
    };
    keepFields = (headers) => {
      headers.#exchange?.headerList();
    };
    copyHeaders = (headers) => new Headers(headers);
    implyContentType = (headers, type) => {
      if (headers.#get(CONTENT_TYPE) === null) headers.#append(CONTENT_TYPE, type);
    };
    writeFields = (headers, out) => {
      headers.#load();
      const fields = headers.#fields;
      if (headers.#cookies !== null) {
        for (const cookie of headers.#cookies) out.push(SET_COOKIE.lower, cookie);
      }
      let others = false;
      for (const { name, value } of fields) {
        if (!name.known) others = true;
        else if (name.lower !== "content-length" && name.lower !== "transfer-encoding") {
          out.push(name.wire, value);
        }
      }
      if (others) for (const { name, value } of fields) if (!name.known) out.push(name.wire, value);
    };
  }

  declare [Symbol.iterator]: () => ReturnType<globalThis.Headers["entries"]>;
  declare readonly [Symbol.toStringTag]: string;
}

function assertHeaders(value: unknown, member: string): void {
  if (!isHeaders(value)) {
    throw typeError("ERR_INVALID_THIS", `Can only call Headers.${member} on instances of Headers`);
  }
}

standardise(Headers, NativeHeaders, isNativeHeaders);
setLengths(Headers.prototype, { forEach: 1 });
Object.defineProperty(Headers.prototype, "count", { configurable: false });
Object.defineProperty(Headers.prototype, Symbol.iterator, {
  value: Headers.prototype.entries,
  writable: true,
  configurable: true,
});
showAs(Headers.prototype, (headers, show) => {
  const lines = Object.entries(headers.toJSON()).map(([name, value]) => {
    return `${quoted(name)}: ${Array.isArray(value) ? show(value) : quoted(value)},`;
  });
  return `Headers ${block(lines)}`;
});

function quoted(value: string): string {
  return JSON.stringify(value);
}
