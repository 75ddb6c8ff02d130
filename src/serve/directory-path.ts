/** Unreserved characters, sub-delims and `:` `@`: what may stand in a segment as it is (RFC 3986 section 3.3). */
const LITERAL = /^[A-Za-z0-9\-._~!$&'()*+,;=:@]$/;

/**
 * The path within a directory that the rest of a request's path stands for, decoded once. A file has one URL:
 * whatever is not written the one canonical way is no path at all, so the file served is always the one whose
 * path the router saw (docs/runtime/http/routing.mdx, "Directory routes").
 * @param rest what follows the prefix of the route, percent-encoded
 * @returns segments joined by `/`, with a `/` at the end for directories; null for a path that is not canonical
 */
export function directoryPath(rest: string): string | null {
  const decoded = decodeCanonical(rest);
  // Colons and backslashes mean something to the file system of Windows.
  if (decoded === null || /[\\:\0]/.test(decoded)) return null;
  const segments = decoded.split("/");
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i];
    if (segment === "." || segment === "..") return null;
    if (segment === "" && i < segments.length - 1) return null;
  }
  return decoded;
}

function decodeCanonical(text: string): string | null {
  // A byte that is no UTF-8: the wire has lost it already.
  if (text.includes("\ufffd")) return null;
  if (!text.includes("%")) return text;
  for (const [, digits = ""] of text.matchAll(/%(.{0,2})/gs)) {
    if (!/^[0-9a-f]{2}$/i.test(digits)) return null;
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    if (character === "/" || LITERAL.test(character)) return null;
  }
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
