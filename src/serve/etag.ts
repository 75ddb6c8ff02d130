import type { XXHashAPI } from "xxhash-wasm";

// Begun when this module is loaded, not when a tag is wanted: a server is seldom started sooner than it is there.
const hasher: Promise<XXHashAPI> = import("xxhash-wasm").then((xxhash) => xxhash.default());
// Whoever wants a tag hears of it.
hasher.catch(() => {});

/** The entity tag that Bun gives static content: the xxHash64 of its bytes, quoted. */
export async function contentETag(bytes: Uint8Array): Promise<string> {
  const { h64Raw } = await hasher;
  return `"${h64Raw(bytes).toString(16).padStart(16, "0")}"`;
}

/** Whether an `If-None-Match` field names the tag, by weak comparison (RFC 9110 section 13.1.2). */
export function matchesETag(field: string, tag: string | null): boolean {
  if (field.trim() === "*") return true;
  if (tag === null) return false;
  const wanted = tag.startsWith("W/") ? tag.slice(2) : tag;
  return listedTags(field).some((listed) => wanted === (listed.startsWith("W/") ? listed.slice(2) : listed));
}

/** Whether an `If-Match` field names the tag, by strong comparison (RFC 9110 section 13.1.1). */
export function matchesStrongETag(field: string, tag: string | null): boolean {
  if (field.trim() === "*") return true;
  return tag !== null && isStrong(tag) && listedTags(field).includes(tag);
}

/** Weak tags promise no equal bytes. */
export function isStrong(tag: string): boolean {
  return tag.startsWith('"');
}

/** The tags of a list, up to the first thing that is none. Like Bun it takes a tag without its quotes, too. */
function listedTags(field: string): string[] {
  const tags: string[] = [];
  const next = /[\s,]*(W\/)?(?:("[^"]*")\s*(?:,|$)|([^",][^,]*))/y;
  for (let found = next.exec(field); found !== null; found = next.exec(field)) {
    const [, weak = "", quoted, bare = ""] = found;
    tags.push(weak + (quoted ?? `"${bare.trim()}"`));
  }
  return tags;
}
