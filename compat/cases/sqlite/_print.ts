/** Prints values as JSON, with what JSON does not know. */
export function show(...values: unknown[]): void {
  console.log(...values.map((value) => (typeof value === "string" ? value : JSON.stringify(value, plain))));
}

/** Prints what an action gives, or its error. */
export function attempt(name: string, action: () => unknown): void {
  try {
    show(name, action());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    show(name, error.name, error.message, Reflect.get(error, "code") ?? "-");
  }
}

function plain(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : Number.isFinite(value) ? value : String(value);
  if (!(value instanceof Uint8Array)) return value;
  return `${value.constructor.name} ${Buffer.from(value).toString("hex")}`;
}
