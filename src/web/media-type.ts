const FORM = "application/x-www-form-urlencoded";
const JAVASCRIPT = "text/javascript;charset=utf-8";

const TEXTS = new Map([
  ["application/json", "application/json;charset=utf-8"],
  ["text/css", "text/css;charset=utf-8"],
  ["text/html", "text/html;charset=utf-8"],
  ["text/javascript", JAVASCRIPT],
  ["text/plain", "text/plain;charset=utf-8"],
]);

/** How Bun spells the type that a message names, without its parameters. */
const MESSAGE_SPELLINGS = new Map([
  ...TEXTS,
  ["", "text/plain;charset=utf-8"],
  ["application/octet-stream", "application/octet-stream"],
]);

/** How Bun spells the type that a Blob was given, word for word. */
const BLOB_SPELLINGS = new Map([
  ...TEXTS,
  ["application/javascript", JAVASCRIPT],
  ["text/jsx", JAVASCRIPT],
  [FORM, `${FORM};charset=UTF-8`],
]);

/** The type of a Blob that is read from content of this Content-Type ("" when the message names none). */
export function messageType(contentType: string): string {
  const end = contentType.indexOf(";");
  return MESSAGE_SPELLINGS.get(end === -1 ? contentType : contentType.slice(0, end).trimEnd()) ?? contentType;
}

/** The type of a Blob that was given this one. */
export function blobType(given: string): string {
  return BLOB_SPELLINGS.get(given) ?? given;
}
