const JAVASCRIPT = "text/javascript;charset=utf-8";

/** How Bun spells the type of a Blob that it reads from a message. */
const SPELLINGS = new Map([
  ["", "text/plain;charset=utf-8"],
  ["application/json", "application/json;charset=utf-8"],
  ["text/css", "text/css;charset=utf-8"],
  ["text/html", "text/html;charset=utf-8"],
  ["text/javascript", JAVASCRIPT],
  ["text/plain", "text/plain;charset=utf-8"],
]);

/** The type of a Blob that is read from content of this Content-Type ("" when the message names none). */
export function blobType(contentType: string): string {
  const end = contentType.indexOf(";");
  return SPELLINGS.get(end === -1 ? contentType : contentType.slice(0, end).trimEnd()) ?? contentType;
}
