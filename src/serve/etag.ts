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
  const { opaque } = readTag(tag);
  return listedTags(field).some((listed) => listed.opaque === opaque);
}

/** Whether an `If-Match` field names the tag, by strong comparison (RFC 9110 section 13.1.1). */
export function matchesStrongETag(field: string, tag: string | null): boolean {
  if (field.trim() === "*") return true;
  if (tag === null) return false;
  const { opaque, weak } = readTag(tag);
  return !weak && listedTags(field).some((listed) => !listed.weak && listed.opaque === opaque);
}

/** Weak tags promise no equal bytes. */
export function isStrong(tag: string): boolean {
  return tag.startsWith('"');
}

interface Tag {
  /** Without its quotes. */
  readonly opaque: string;
  readonly weak: boolean;
}

/** Like Bun it takes a tag without its quotes, too, and nothing at all for an empty one. */
function readTag(text: string): Tag {
  const trimmed = text.trim();
  const weak = trimmed.startsWith("W/");
  const tag = weak ? trimmed.slice(2).trimStart() : trimmed;
  const quoted = tag.length >= 2 && tag.startsWith('"') && tag.endsWith('"');
  return { opaque: quoted ? tag.slice(1, -1) : tag, weak };
}

/** The tags of a list; a comma within quotes belongs to its tag. */
function listedTags(field: string): Tag[] {
  return (field.match(/(?:"[^"]*(?:"|$)|[^",])+|(?<=,|^)(?=,|$)/g) ?? []).map(readTag);
}
