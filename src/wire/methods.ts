import { METHODS } from "node:http";

/**
 * Methods that Bun 1.4.4 serves, case-sensitive (RFC 9110 section 9.1). It closes the connection without a
 * word on any other token.
 */
const SERVED: ReadonlySet<string> = new Set([...METHODS, "QUERY"]);

export function isServedMethod(method: string): boolean {
  return SERVED.has(method);
}

/** Methods whose request content Bun 1.4.4 drops before the handler sees it. */
export function dropsContent(method: string): boolean {
  return method === "GET" || method === "HEAD" || method === "TRACE";
}

/** Whether a method is a token at all (RFC 9110 section 5.6.2). */
export function isToken(method: string): boolean {
  return /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(method);
}
