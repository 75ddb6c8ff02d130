import { inspect as nodeInspect, types } from "node:util";
import { isOwnForm, sizeText } from "../../web/inspect.js";
import { errorText, isError } from "./error-text.js";
import { Lines } from "./line.js";
import { className, functionName, prototypeOf, read } from "./names.js";

/** How deep to look, and in what form to print. */
export interface PrinterOptions {
  /** Levels below the value that are shown. */
  depth: number;
  /** Everything on one line. */
  compact: boolean;
  /** Properties in the order of their names. */
  sorted: boolean;
  /** Whether values have the colours that Bun gives them in a terminal. Default: false */
  colors?: boolean;
  /** Levels that lines after the first are moved to the right. Default: 0 */
  indent?: number;
  /** Whether errors are shown as warnings. Default: false */
  isWarning?: boolean;
}

/** Parameter of the control sequence that selects it. */
type Color = number;
const DIM = 2;
const RED = 31;
const GREEN = 32;
const YELLOW = 33;
const BLUE = 34;
const MAGENTA = 35;
const CYAN = 36;

const ITEMS_MAX = 100;
/** Longer arrays start on a line of their own. */
const INLINE_MAX = 10;
/** Properties that every object of a class has and nobody wants to see. */
const HIDDEN = new Set<PropertyKey>(["constructor", "__proto__", Symbol.toStringTag]);

const EVENT = `type target currentTarget eventPhase cancelBubble bubbles cancelable defaultPrevented composed
timeStamp srcElement returnValue composedPath stopPropagation stopImmediatePropagation preventDefault initEvent
NONE CAPTURING_PHASE AT_TARGET BUBBLING_PHASE`.split(/\s/);

/** What Bun shows of events. */
const EVENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["Event", ["isTrusted", ...EVENT]],
  ["CloseEvent", ["isTrusted", "wasClean", "code", "reason", ...EVENT]],
  ["MessageEvent", ["type", "data"]],
  ["ErrorEvent", ["type", "message", "error"]],
]);

/** Prints values the way Bun's `console.log` and `Bun.inspect` do. One instance per call. */
export class Printer {
  readonly #options: PrinterOptions;
  readonly #lines: Lines;
  readonly #path = new Set<object>();

  constructor(options: PrinterOptions) {
    this.#options = options;
    this.#lines = new Lines(options.compact);
    this.#lines.indent = options.indent ?? 0;
  }

  /** Takes notice of text that stands on the line before the next value. */
  follow(text: string): void {
    this.#lines.count(Buffer.byteLength(text));
  }

  print(value: unknown): string {
    if (typeof value === "function") return this.#counted(functionName(value), CYAN);
    if (typeof value !== "object" || value === null) return this.#counted(primitive(value), colorOf(value));
    if (this.#path.has(value)) return this.#paint("[Circular]", CYAN);
    this.#path.add(value);
    const text = this.#object(value);
    this.#path.delete(value);
    return text;
  }

  #counted(text: string, color: Color): string {
    // Quotes do not count.
    this.#lines.count(text.startsWith('"') ? text.length - 2 : text.length);
    return this.#paint(text, color);
  }

  #paint(text: string, color: Color): string {
    return this.#options.colors === true ? `\x1b[${color}m${text}\x1b[0m` : text;
  }

  get #left(): number {
    return this.#options.depth - this.#path.size + 1;
  }

  #object(value: object): string {
    const custom = read(value, nodeInspect.custom);
    if (isFunction(custom) && isOwnForm(custom)) return this.#custom(value, custom);
    if (types.isDate(value))
      return this.#paint(Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString(), MAGENTA);
    if (types.isRegExp(value)) return this.#counted(String(value), RED);
    if (types.isStringObject(value)) return JSON.stringify(String(value));
    if (types.isNumberObject(value)) return `[Number: ${primitive(value.valueOf())}]`;
    if (types.isBooleanObject(value)) return `[Boolean: ${String(value)}]`;
    if (isError(value)) return errorText(value, (part) => this.#inError(part), this.#options.isWarning);
    if (types.isPromise(value)) return promiseText(value);
    if (types.isWeakMap(value)) return "WeakMap {}";
    if (types.isWeakSet(value)) return "WeakSet {}";
    if (types.isMap(value)) return this.#map(value);
    if (types.isSet(value)) return this.#set(value);
    if (value instanceof URLSearchParams) return this.#pairs("URLSearchParams", value);
    if (value instanceof FormData) return this.#pairs([...value].length === 0 ? "" : "FormData", value);
    if (className(value) === "Headers" && isIterable(value)) return this.#pairs("Headers", value);
    if (value instanceof Blob && isStandardBlob(value)) return this.#blob(value);
    const shown = value instanceof Event ? EVENTS.get(className(value)) : undefined;
    if (shown !== undefined) return this.#picked(value, shown);
    if (isFunction(custom)) return this.#custom(value, custom);
    if (types.isTypedArray(value) || types.isAnyArrayBuffer(value) || types.isDataView(value))
      return binary(value);
    if (Array.isArray(value) || types.isArgumentsObject(value))
      return this.#array(Array.isArray(value) ? value : Array.from(value as ArrayLike<unknown>));
    return this.#members(value);
  }

  /** The members of an error are shown one level deep. */
  #inError(part: unknown): string {
    return new Printer({ ...this.#options, depth: 0 }).print(part);
  }

  #custom(value: object, custom: (...parameters: unknown[]) => unknown): string {
    const options = { depth: this.#left, colors: false, stylize: (text: string) => text };
    const own = isOwnForm(custom);
    const inner = (other: unknown) =>
      new Printer(
        own ? { ...this.#options, depth: this.#left, indent: 0 } : { ...this.#options, compact: true },
      ).print(other);
    const shown = Reflect.apply(custom, value, [this.#left, options, inner]);
    // As in Bun, lines that a program made are not moved to the right.
    if (typeof shown === "string")
      return own ? shown.replaceAll("\n", `\n${"  ".repeat(this.#lines.indent)}`) : shown;
    return shown === value ? this.#members(value) : this.print(shown);
  }

  #array(items: readonly unknown[]): string {
    if (items.length === 0) return "[]";
    if (this.#left < 0) return this.#paint("[Array ...]", CYAN);
    const lines = this.#lines;
    lines.indent++;
    const long = !lines.singleLine && (items.length > INLINE_MAX || (0 in items && !isPrimitive(items[0])));
    if (!long) lines.count(2);
    const broken = long || lines.full;
    const before = broken ? lines.break() : " ";
    const { text, wrapped } = this.#items(items);
    lines.indent--;
    const extra = Object.keys(items).length > items.length ? this.#extra(items) : "";
    if (broken || wrapped) return `[${before}${text}${extra}${lines.break()}]`;
    if (lines.full) lines.restart();
    return `[${before}${text}${extra} ]`;
  }

  #items(items: readonly unknown[]): { text: string; wrapped: boolean } {
    const lines = this.#lines;
    let text = "";
    let wrapped = false;
    let shown = 0;
    for (let index = 0; index < items.length; index++) {
      if (shown === ITEMS_MAX) {
        const more = items.length - index;
        return { text: `${text},${lines.break()}... ${more} more items`, wrapped };
      }
      if (shown > 0) {
        lines.count(2);
        text += ",";
        if (lines.full) {
          wrapped = true;
          text += lines.break();
        } else text += " ";
      }
      shown++;
      if (index in items) text += this.print(items[index]);
      else {
        let next = index;
        while (next < items.length && !(next in items)) next++;
        text += next - index === 1 ? "empty item" : `${next - index} x empty items`;
        index = next - 1;
      }
    }
    return { text, wrapped };
  }

  /** Named properties of an array. */
  #extra(items: readonly unknown[]): string {
    const names = Object.keys(items).filter((key) => !/^\d+$/.test(key));
    return names.map((name) => `, ${this.#member(items, name)}`).join("");
  }

  #map(map: ReadonlyMap<unknown, unknown>): string {
    if (map.size === 0) return "Map {}";
    if (this.#left < 0) return this.#paint("[Map ...]", CYAN);
    return this.#block(
      `Map(${map.size})`,
      Array.from(
        map,
        ([key, value]) =>
          () =>
            `${this.print(key)}: ${this.print(value)}`,
      ),
    );
  }

  #set(set: ReadonlySet<unknown>): string {
    if (set.size === 0) return "Set {}";
    if (this.#left < 0) return this.#paint("[Set ...]", CYAN);
    return this.#block(
      `Set(${set.size})`,
      Array.from(set, (value) => () => this.print(value)),
    );
  }

  /** Entries of a list in which a name may stand more than once. */
  #pairs(name: string, pairs: Iterable<unknown>): string {
    const fields = new Map<string, unknown[]>();
    for (const pair of pairs) {
      const [key, value]: unknown[] = Array.isArray(pair) ? pair : [];
      const field = String(key);
      fields.set(field, [...(fields.get(field) ?? []), value]);
    }
    if (fields.size === 0) return name === "" ? "{}" : `${name} {}`;
    if (this.#left < 0) return `${name} [Object ...]`;
    return this.#block(
      name,
      Array.from(
        fields,
        ([key, values]) =>
          () =>
            `${JSON.stringify(key)}: ${this.print(values.length === 1 ? values[0] : values)}`,
      ),
    );
  }

  #blob(blob: Blob): string {
    const head = `${blob instanceof File ? "File" : "Blob"} (${sizeText(blob.size)})`;
    const facts: string[] = [];
    if (blob instanceof File) facts.push(`name: ${JSON.stringify(blob.name)}`);
    if (blob.type !== "") facts.push(`type: ${JSON.stringify(blob.type)}`);
    if (blob instanceof File) facts.push(`lastModified: ${blob.lastModified}`);
    if (facts.length === 0) return head;
    const lines = this.#lines;
    lines.indent++;
    const body = facts.map((fact) => lines.break() + fact).join(",");
    lines.indent--;
    return `${head} {${body}${lines.break()}}`;
  }

  #picked(value: object, names: readonly string[]): string {
    if (this.#left < 0) return this.#paint(`[${className(value)} ...]`, CYAN);
    const entries = names.map((name) => () => `${name}: ${this.print(read(value, name))}`);
    return this.#block(className(value), entries);
  }

  #members(value: object): string {
    const name = className(value);
    const bare = prototypeOf(value) === null;
    const head = types.isModuleNamespaceObject(value) ? "Module" : bare ? "[Object: null prototype]" : name;
    const members = membersOf(value);
    if (this.#options.sorted) members.sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));
    const prefix = head === "" ? "" : `${head} `;
    if (this.#left < 0) return this.#paint("[Object ...]", CYAN);
    if (members.length === 0) {
      if (this.#path.size === 1) this.#lines.restart();
      return `${prefix}{}`;
    }
    return this.#block(
      head,
      members.map(
        ({ holder, key }) =>
          () =>
            this.#member(holder, key),
      ),
    );
  }

  #member(holder: object, key: PropertyKey): string {
    const name = typeof key === "symbol" ? `[${symbolText(key)}]` : keyText(String(key));
    this.#lines.count(name.length + 2);
    const descriptor = Object.getOwnPropertyDescriptor(holder, key);
    if (descriptor?.get !== undefined)
      return `${name}: ${this.#paint(`[Getter${descriptor.set === undefined ? "" : "/Setter"}]`, CYAN)}`;
    if (descriptor?.set !== undefined) return `${name}: ${this.#paint("[Setter]", CYAN)}`;
    return `${name}: ${this.print(descriptor?.value)}`;
  }

  #block(head: string, entries: readonly (() => string)[]): string {
    const lines = this.#lines;
    lines.indent++;
    const body = entries.map((entry) => lines.break() + entry());
    lines.indent--;
    const text = body.join(",") + (lines.singleLine ? "" : ",");
    return `${head === "" ? "" : `${head} `}{${text}${lines.close()}}`;
  }
}

/** Own members first, then those of the classes above; `Object.prototype` is left out. */
function membersOf(value: object): { holder: object; key: PropertyKey }[] {
  const found: { holder: object; key: PropertyKey }[] = [];
  const seen = new Set<PropertyKey>(HIDDEN);
  for (let holder: object | null = value; holder !== null && !isRoot(holder); holder = prototypeOf(holder)) {
    for (const key of Reflect.ownKeys(holder)) {
      if (seen.has(key)) continue;
      seen.add(key);
      found.push({ holder, key });
    }
  }
  return found;
}

function isRoot(holder: object): boolean {
  return prototypeOf(holder) === null && Object.hasOwn(holder, "hasOwnProperty");
}

function colorOf(value: unknown): Color {
  if (typeof value === "string") return GREEN;
  if (typeof value === "symbol") return BLUE;
  return value === undefined ? DIM : YELLOW;
}

function primitive(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  return Object.is(value, -0) ? "-0" : String(value);
}

/** What may stand first in an array that stays on its line. */
function isPrimitive(value: unknown): boolean {
  if (typeof value === "function") return false;
  return typeof value !== "object" || value === null || types.isRegExp(value);
}

function keyText(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

function binary(value: NodeJS.TypedArray | ArrayBufferLike | DataView): string {
  const name = className(value);
  const items: ArrayLike<unknown> = types.isTypedArray(value)
    ? value
    : new Uint8Array(types.isDataView(value) ? value.buffer : value);
  if (items.length === 0) return `${name}(0) []`;
  return `${name}(${items.length}) [ ${Array.from(items, primitive).join(", ")} ]`;
}

function promiseText(promise: Promise<unknown>): string {
  const text = nodeInspect(promise, { depth: 0, customInspect: false });
  const state = /<(pending|rejected)>/.exec(text)?.[1] ?? "resolved";
  return `Promise { <${state}> }`;
}

/** Not a class of somebody's own, which may have a way of its own to be shown. */
function isStandardBlob(blob: Blob): boolean {
  const prototype = prototypeOf(blob);
  return prototype === Blob.prototype || prototype === File.prototype;
}

function isFunction(value: unknown): value is (...parameters: unknown[]) => unknown {
  return typeof value === "function";
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}

// Node.js 20 has a symbol of its own in the place of the standard one.
function symbolText(symbol: symbol): string {
  return symbol === Symbol.dispose ? "Symbol(Symbol.dispose)" : String(symbol);
}
