/** One deterministic line per value: the runtimes' own `console.log` is not what these cases compare. */
export function print(label: string, value: unknown): void {
  process.stdout.write(`${label}: ${text(value)}\n`);
}

/** Prints what a function returns, resolves to, or fails with. */
export async function attempt(label: string, work: () => unknown): Promise<void> {
  try {
    print(label, await work());
  } catch (error) {
    print(label, error);
  }
}

function text(value: unknown): string {
  if (value instanceof SyntaxError) return "SyntaxError";
  if (value instanceof Error) {
    const { code, path, syscall, errno } = value as NodeJS.ErrnoException;
    return `${value.constructor.name} ${[code, path, syscall, errno].map(String).join(" ")} | ${value.message}`;
  }
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "function") return "function";
  if (typeof value === "object" && value !== null) {
    if (ArrayBuffer.isView(value)) return `${value.constructor.name} ${JSON.stringify([...Buffer.from(value.buffer, value.byteOffset, value.byteLength)])}`;
    if (value instanceof ArrayBuffer) return `ArrayBuffer ${JSON.stringify([...new Uint8Array(value)])}`;
    if (Array.isArray(value)) return `[${value.map(text).join(", ")}]`;
    return JSON.stringify(value);
  }
  return Object.is(value, -0) ? "-0" : String(value);
}
