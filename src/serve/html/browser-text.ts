/**
 * What a page prints, as Bun's development server shows it. This is sent to browsers as it stands: it must need
 * nothing of this file.
 */
export function browserText(values: readonly unknown[]): string {
  const LEVELS = 2;
  const ITEMS = 100;
  const WIDTH = 80;

  const quoted = (text: string): string =>
    `'${text
      .replace(/[\\']/g, "\\$&")
      .replaceAll("\n", "\\n")
      .replaceAll("\r", "\\r")
      .replaceAll("\t", "\\t")}'`;

  const keyed = (key: string, text: string): string =>
    `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key)}: ${text}`;

  const nameOf = (value: object): string => {
    const maker: unknown = value.constructor;
    const name = typeof maker === "function" ? maker.name : "";
    return name === "Object" ? "" : name;
  };

  const enclosed = (name: string, parts: readonly string[], ends: string): string => {
    const prefix = name === "" ? "" : `${name} `;
    if (parts.length === 0) return prefix + ends;
    const line = `${prefix}${ends[0]} ${parts.join(", ")} ${ends[1]}`;
    if (ends === "[]" || line.length <= WIDTH) return line;
    return `${prefix}{\n  ${parts.join(",\n  ")}\n}`;
  };

  const shown = (value: unknown, around: readonly object[]): string => {
    if (typeof value === "string") return around.length === 0 ? value : quoted(value);
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value === "function") {
      return `[${nameOf(value) || "Function"}: ${value.name === "" ? "<anonymous>" : value.name}]`;
    }
    if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
    if (around.includes(value)) return "[Circular]";
    return around.length >= LEVELS && !isShort(value)
      ? `[${Array.isArray(value) ? "Array" : nameOf(value) || "Object"}]`
      : composed(value, around);
  };

  const isShort = (value: object): boolean =>
    value instanceof Error || value instanceof Date || value instanceof RegExp;

  const composed = (value: object, around: readonly object[]): string => {
    if (value instanceof Error) return value.stack?.includes(value.message) ? value.stack : String(value);
    if (value instanceof Date) {
      return Number.isNaN(value.getTime()) ? "Invalid Date" : `${value.toISOString()} [Date]`;
    }
    if (value instanceof RegExp) return String(value);
    const inside = [...around, value];
    const inner = (one: unknown): string => shown(one, inside);
    if (value instanceof Promise) return "Promise { ... }";
    if (value instanceof WeakMap || value instanceof WeakSet) return `${nameOf(value)} { ... }`;
    if (value instanceof Map) {
      return enclosed(
        "Map",
        [...value].map(([key, one]) => `${inner(key)} => ${inner(one)}`),
        "{}",
      );
    }
    if (value instanceof Set) return enclosed("Set", [...value].map(inner), "{}");
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
      return enclosed(nameOf(value), items(Object.values(value).map(String)), "[]");
    }
    const own = Object.keys(value);
    if (Array.isArray(value)) {
      const parts = Array.from(value, (one: unknown, index) => (index in value ? inner(one) : "empty"));
      const others = own.filter((key) => !/^\d+$/.test(key));
      return enclosed("", [...items(parts), ...others.map((key) => member(value, key, inner))], "[]");
    }
    // What the objects of browsers show of themselves stands on their prototypes.
    const prototype: object | null = Object.getPrototypeOf(value);
    const shared = prototype === null ? [] : Object.keys(prototype);
    const parts = [
      ...own.map((key) => member(value, key, inner)),
      ...shared.flatMap((key) => {
        const one = read(value, key);
        return own.includes(key) || typeof one === "function" ? [] : [keyed(key, inner(one))];
      }),
    ];
    return enclosed(nameOf(value), parts, "{}");
  };

  const items = (parts: readonly string[]): string[] =>
    parts.length <= ITEMS ? [...parts] : [...parts.slice(0, ITEMS), `... ${parts.length - ITEMS} more items`];

  const member = (value: object, key: string, inner: (one: unknown) => string): string => {
    const { get, set } = Object.getOwnPropertyDescriptor(value, key) ?? {};
    if (get && set) return keyed(key, "[Getter/Setter]");
    if (get) return keyed(key, "[Getter]");
    return keyed(key, set ? "[Setter]" : inner(read(value, key)));
  };

  const read = (value: object, key: string): unknown => {
    try {
      return Reflect.get(value, key);
    } catch {
      return undefined;
    }
  };

  return values.map((value) => shown(value, [])).join(" ");
}
