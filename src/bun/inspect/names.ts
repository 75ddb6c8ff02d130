/** The name of the class of an object; empty for plain ones and anonymous classes. */
export function className(value: object): string {
  for (let holder = prototypeOf(value); holder !== null; holder = prototypeOf(holder)) {
    const maker: unknown = Object.getOwnPropertyDescriptor(holder, "constructor")?.value;
    if (typeof maker !== "function") continue;
    const name = maker.name;
    if (name !== "Object" && name !== "") return name;
    const tag = read(value, Symbol.toStringTag);
    return typeof tag === "string" ? tag : "";
  }
  return "";
}

/** `[Function: f]`, `[class A extends B]` and their kin. */
export function functionName(value: object): string {
  const source = Reflect.apply(Function.prototype.toString, value, []);
  const own = Object.getOwnPropertyDescriptor(value, "name")?.value;
  const name = typeof own === "string" ? own : "";
  if (/^class\b/.test(source)) {
    const parent = prototypeOf(value);
    const above = parent === Function.prototype || parent === null ? "" : String(read(parent, "name") ?? "");
    // Our classes stand in for the runtime's, and inherit from them.
    const base = above === name ? "" : above;
    return `[class ${name === "" ? "(anonymous)" : name}${base === "" ? "" : ` extends ${base}`}]`;
  }
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  return `[${kind}${name === "" ? "" : `: ${name}`}]`;
}

export function prototypeOf(value: object): object | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  return typeof prototype === "object" || typeof prototype === "function" ? (prototype ?? null) : null;
}

/** A property whose getter may throw. */
export function read(value: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(value, key);
  } catch {
    return undefined;
  }
}
