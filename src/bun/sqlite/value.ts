/** What SQLite stores. Integers are bigint both ways, so that engines keep them apart from floats. */
export type SqlValue = null | bigint | number | string | Uint8Array;

const REFUSED = "Binding expected string, TypedArray, boolean, number, bigint or null";

/**
 * The value to store for one of JavaScript.
 *
 * @throws {TypeError} for values of no kind that SQLite knows
 * @throws {RangeError} for a bigint of more than 64 bits, with `safeIntegers`; without, the low 64 bits count
 */
export function toSql(value: unknown, safeIntegers: boolean): SqlValue {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (typeof value === "number") return numberToSql(value);
  if (typeof value === "bigint") {
    const low = BigInt.asIntN(64, value);
    if (safeIntegers && low !== value) throw new RangeError(`BigInt value '${value}' is out of range`);
    return low;
  }
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) return new Uint8Array(value);
  throw new TypeError(REFUSED);
}

function numberToSql(value: number): SqlValue {
  if (Number.isNaN(value)) return null;
  return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
}

/** The value of JavaScript for a stored one. */
export function fromSql(value: SqlValue, safeIntegers: boolean): SqlValue {
  return typeof value === "bigint" && !safeIntegers ? Number(value) : value;
}

/** A value as SQL text, as `sqlite3_expanded_sql` writes it. */
export function toLiteral(value: SqlValue): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return floatLiteral(value);
  return `x'${Buffer.from(value).toString("hex")}'`;
}

/** The form `%!.15g` of SQLite's printf. */
function floatLiteral(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "Inf" : "-Inf";
  const [digits = "0", exponent = "0"] = value.toExponential(14).split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 15) {
    const plain = String(Number(value.toPrecision(15)));
    return plain.includes(".") ? plain : `${plain}.0`;
  }
  const short = String(Number(digits));
  const sign = power < 0 ? "-" : "+";
  return `${short.includes(".") ? short : `${short}.0`}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** The name of a stored value's kind, as `Statement.columnTypes` gives it. */
export function kindOf(value: SqlValue | undefined): "INTEGER" | "FLOAT" | "TEXT" | "BLOB" | "NULL" {
  if (value === undefined || value === null) return "NULL";
  if (typeof value === "bigint") return "INTEGER";
  if (typeof value === "number") return "FLOAT";
  return typeof value === "string" ? "TEXT" : "BLOB";
}
