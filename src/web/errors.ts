/** An error with the `code` that Bun gives it. */
export interface CodedError extends Error {
  code?: string;
}

/** A `TypeError` with Bun's `code`: not enumerable, and part of its text form. */
export function typeError(code: string, message: string): TypeError {
  return Object.defineProperties(new TypeError(message), {
    code: { value: code, writable: true, configurable: true },
    toString: { value: codedText, writable: true, configurable: true },
  });
}

function codedText(this: CodedError): string {
  return `${this.name} [${this.code}]: ${this.message}`;
}

/** What a call with too few arguments throws. */
export function missingArguments(): TypeError {
  const error: CodedError = new TypeError("Not enough arguments");
  error.code = "ERR_MISSING_ARGS";
  return error;
}

/** What reading content for the second time rejects with. */
export function bodyAlreadyUsed(): TypeError {
  return typeError("ERR_BODY_ALREADY_USED", "Body already used");
}

/** What `clone()` and `textStream()` throw once the content was read or locked. */
export function bodyDisturbed(): TypeError {
  return typeError("ERR_BODY_ALREADY_USED", "Body is disturbed or locked");
}

/** What reading content rejects with while somebody else holds its stream. */
export function streamLocked(): TypeError {
  return typeError("ERR_INVALID_STATE", "Invalid state: ReadableStream is locked");
}

/** What sending a stream fails with that somebody else reads. */
export function streamTaken(): Error {
  const error: CodedError = new Error("Stream already used, please create a new one");
  return Object.defineProperty(error, "code", {
    value: "ERR_STREAM_CANNOT_PIPE",
    writable: true,
    configurable: true,
  });
}

/** What a method throws when its `this` is no instance. */
export function wrongThis(className: string, value: unknown): TypeError {
  return typeError(
    "ERR_INVALID_THIS",
    `Expected this to be instanceof ${className}, but received ${described(value)}`,
  );
}

/** What a getter throws when its `this` is no instance. */
export function wrongGetter(className: string, member: string): TypeError {
  return new TypeError(`The ${className}.${member} getter can only be used on instances of ${className}`);
}

function described(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "function") return `function ${value.name}`.trimEnd();
  if (typeof value === "object") return `an instance of ${value.constructor?.name ?? "Object"}`;
  return `type ${typeof value} (${typeof value === "string" ? `'${value}'` : String(value)})`;
}
