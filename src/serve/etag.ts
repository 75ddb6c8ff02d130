import { hashDigits, xxHash64 } from "../bun/xxhash.js";

/** The entity tag that Bun gives static content: the xxHash64 of its bytes, quoted. */
export async function contentETag(bytes: Uint8Array): Promise<string> {
  return `"${hashDigits(await xxHash64(bytes))}"`;
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
