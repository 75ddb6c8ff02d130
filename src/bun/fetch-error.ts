import { certificateText } from "../web/certificate-text.js";

/** What Bun's `fetch` says of a failure. */
export interface Failure {
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

const NO_SOCKET: Failure = { code: "ENOENT", message: "ENOENT: Was there a typo in the url or port?" };

const NO_TLS: Failure = {
  code: "EPROTO",
  message: "EPROTO: The TLS handshake failed. Does the server speak TLS on this port?",
};

/** The certificates to trust are none. */
export const NOT_OPENED: Failure = {
  code: "FailedToOpenSocket",
  message: "FailedToOpenSocket: Was there a typo in the url or port?",
};

export const TOO_MANY_REDIRECTS: Failure = {
  code: "TooManyRedirects",
  message: `TooManyRedirects: The response redirected too many times. ${VERBOSE}`,
};

/** A redirect that the program wanted to be an error. */
export function unexpectedRedirect(url: string): Failure {
  return { code: "UnexpectedRedirect", message: `UnexpectedRedirect fetching "${url}". ${VERBOSE}` };
}

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
  error.message = failure.message;
  Reflect.deleteProperty(error, "cause");
  return describe(error, failure, url);
}

/** The error for a failure that no error of the native `fetch` stands for. */
export function fetchError(failure: Failure, url: string): TypeError {
  return describe(new TypeError(failure.message), failure, url);
}

function describe(
  error: TypeError,
  { code, errno = 0, message: _, ...members }: Failure,
  url: string,
): TypeError {
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

/** What Bun says where a connection failed; null for what it has no words of its own for. */
export function failureOf(cause: Error, url: string): Failure | null {
  switch (cause.message) {
    case "bad port":
      return REFUSED;
    case "redirect count exceeded":
      return TOO_MANY_REDIRECTS;
    case "unexpected redirect":
      return unexpectedRedirect(url);
  }
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  if (code === "ECONNREFUSED") return REFUSED;
  if (code === "ENOENT") return NO_SOCKET;
  if (code === "EPROTO" || code.startsWith("ERR_SSL_")) return NO_TLS;
  if (code === "ECONNRESET" || code === "EPIPE" || code === "UND_ERR_SOCKET" || code.startsWith("HPE_"))
    return RESET;
  if (code === "ENOTFOUND") {
    // A redirect may have led elsewhere.
    const hostname =
      "hostname" in cause && typeof cause.hostname === "string" ? cause.hostname : new URL(url).hostname;
    const syscall = "getaddrinfo";
    return { code, message: `${syscall} ${code} ${hostname}`, errno: 4, syscall, hostname };
  }
  // The one check that is not the library's own has no text of its own.
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID")
    return { code, message: `${code} fetching "${url}". ${VERBOSE}` };
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
