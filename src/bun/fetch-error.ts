import { certificateText } from "../web/certificate-text.js";

/** What Bun adds to a failure of `fetch`. */
interface Failure {
  readonly code: string;
  readonly message: string;
  readonly errno?: number;
  readonly syscall?: string;
  readonly hostname?: string;
}

const VERBOSE = "For more information, pass `verbose: true` in the second argument to fetch()";

const REFUSED: Failure = {
  code: "ECONNREFUSED",
  message: "ECONNREFUSED: Unable to connect. Is the computer able to access the url?",
};

const RESET: Failure = {
  code: "ECONNRESET",
  message: `ECONNRESET: The socket connection was closed unexpectedly. ${VERBOSE}`,
};

/**
 * Gives a failure of the native `fetch`, whose own text is "fetch failed" whatever happened, the message, the code
 * and the members that Bun's has. Other errors, such as the reason of an abort, stay as they are.
 *
 * @param target what was asked for
 */
export function asFetchError(error: unknown, target: unknown): unknown {
  if (!(error instanceof TypeError)) return error;
  if (error.message.startsWith("Failed to parse URL")) {
    const what = target === "" ? "must not be a blank string." : "is invalid";
    return renamed(error, "ERR_INVALID_URL", `fetch() URL ${what}`);
  }
  if (error.message.startsWith("Request with GET/HEAD")) {
    return renamed(error, "ERR_INVALID_ARG_VALUE", "fetch() request with GET/HEAD method cannot have body.");
  }
  const cause: unknown = error.cause;
  if (error.message !== "fetch failed" || !(cause instanceof Error)) return error;
  if (cause.message === "unknown scheme") {
    return renamed(error, "ERR_INVALID_ARG_VALUE", "protocol must be http:, https: or s3:");
  }
  const url = urlOf(target);
  const failure = failureOf(cause, url);
  if (failure === null) return error;
  const { code, message, errno = 0, ...members } = failure;
  error.message = message;
  Reflect.deleteProperty(error, "cause");
  return Object.assign(error, { code, path: url, ...members, errno });
}

/**
 * Whether `fetch` failed because a connection that had served before was closed by the other side in the very
 * moment: Bun asks again then, over a new one.
 */
export function lostKeptConnection(error: unknown): boolean {
  const cause: unknown = error instanceof TypeError ? error.cause : null;
  if (!(cause instanceof Error) || !("code" in cause) || cause.code !== "UND_ERR_SOCKET") return false;
  const socket: unknown = "socket" in cause ? cause.socket : null;
  return (
    typeof socket === "object" && socket !== null && "bytesRead" in socket && Number(socket.bytesRead) > 0
  );
}

/**
 * Gives a failure to read what the native `fetch` brought, whose own text is "terminated" whatever happened, the
 * message and the code that Bun's has. Other errors stay as they are.
 */
export function asReadError(error: unknown, url: string): unknown {
  const cause: unknown = error instanceof TypeError && error.message === "terminated" ? error.cause : null;
  if (!(error instanceof TypeError) || !(cause instanceof Error)) return error;
  const failure = readFailureOf(cause, url);
  if (failure === null) return error;
  error.message = failure.message;
  Reflect.deleteProperty(error, "cause");
  return Object.assign(error, { code: failure.code, path: url, errno: 0 });
}

function readFailureOf(cause: Error, url: string): Failure | null {
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  if (code === "UND_ERR_SOCKET" || code === "ECONNRESET") return RESET;
  if (code.startsWith("HPE_")) return unreadable("InvalidHTTPResponse", url);
  // zlib's own, and those of Brotli, which have no common beginning.
  return /^(?:Z_|ERR_)/.test(code) ? unreadable("ZlibError", url) : null;
}

function unreadable(code: string, url: string): Failure {
  return { code, message: `${code} fetching "${url}". ${VERBOSE}` };
}

function failureOf(cause: Error, url: string): Failure | null {
  switch (cause.message) {
    case "bad port":
      return REFUSED;
    case "redirect count exceeded":
      return {
        code: "TooManyRedirects",
        message: `TooManyRedirects: The response redirected too many times. ${VERBOSE}`,
      };
    case "unexpected redirect":
      return { code: "UnexpectedRedirect", message: `UnexpectedRedirect fetching "${url}". ${VERBOSE}` };
  }
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  if (code === "ECONNREFUSED") return REFUSED;
  if (code === "ECONNRESET" || code === "EPIPE" || code === "UND_ERR_SOCKET" || code.startsWith("HPE_"))
    return RESET;
  if (code === "ENOTFOUND") {
    // A redirect may have led elsewhere.
    const hostname =
      "hostname" in cause && typeof cause.hostname === "string" ? cause.hostname : new URL(url).hostname;
    const syscall = "getaddrinfo";
    return { code, message: `${syscall} ${code} ${hostname}`, errno: 4, syscall, hostname };
  }
  if (/CERT|SIGNATURE|ISSUER/.test(code)) return { code, message: certificateText(cause.message) };
  return null;
}

function renamed(error: TypeError, code: string, message: string): TypeError {
  error.message = message;
  Reflect.deleteProperty(error, "cause");
  return Object.defineProperty(error, "code", { value: code, writable: true, configurable: true });
}

function urlOf(target: unknown): string {
  const text = target instanceof Request ? target.url : String(target);
  return URL.canParse(text) ? new URL(text).href : text;
}
