import type { XXHashAPI } from "xxhash-wasm";

let hasher: Promise<XXHashAPI> | undefined;

/** The entity tag that Bun gives static content: the xxHash64 of its bytes, quoted. */
export async function contentETag(bytes: Uint8Array): Promise<string> {
  hasher ??= import("xxhash-wasm").then((xxhash) => xxhash.default());
  const { h64Raw } = await hasher;
  return `"${h64Raw(bytes).toString(16)}"`;
}

/** Whether an `If-None-Match` field names the tag, by weak comparison (RFC 9110 section 13.1.2). */
export function matchesETag(field: string, tag: string): boolean {
  if (field.trim() === "*") return true;
  const wanted = opaque(tag);
  const list = /(?:W\/)?("[^"]*")\s*(?:,|$)/y;
  let at = 0;
  while (at < field.length) {
    const separator = /[\s,]*/y;
    separator.lastIndex = at;
    separator.exec(field);
    list.lastIndex = separator.lastIndex;
    const found = list.exec(field);
    if (found === null) return false;
    if (found[1] === wanted) return true;
    at = list.lastIndex;
  }
  return false;
}

function opaque(tag: string): string {
  return tag.startsWith("W/") ? tag.slice(2) : tag;
}
