export const HTML_TYPE = "text/html;charset=utf-8";
export const CSS_TYPE = "text/css;charset=utf-8";
export const TEXT_TYPE = "text/plain;charset=utf-8";
export const JAVASCRIPT_TYPE = "text/javascript;charset=utf-8";
export const JSON_TYPE = "application/json;charset=utf-8";
export const FORM_TYPE = "application/x-www-form-urlencoded;charset=UTF-8";
/** What content is when nothing else is known. */
export const OCTET_STREAM = "application/octet-stream";

/** Types that Bun spells in another way than who names them, word for word. */
const SPELLINGS = new Map([
  ["application/javascript", JAVASCRIPT_TYPE],
  ["application/json", JSON_TYPE],
  ["application/x-www-form-urlencoded", FORM_TYPE],
  ["text/css", CSS_TYPE],
  ["text/html", HTML_TYPE],
  ["text/javascript", JAVASCRIPT_TYPE],
  ["text/jsx", JAVASCRIPT_TYPE],
  ["text/plain", TEXT_TYPE],
]);

/** The same for the Content-Type of a message: its parameters are not looked at. */
const MESSAGE_SPELLINGS = new Map([
  ["", TEXT_TYPE],
  ["application/json", JSON_TYPE],
  ["text/css", CSS_TYPE],
  ["text/html", HTML_TYPE],
  ["text/javascript", JAVASCRIPT_TYPE],
  ["text/plain", TEXT_TYPE],
  [OCTET_STREAM, OCTET_STREAM],
]);

const spelled = new Set(SPELLINGS.values());

/** Whether it is a type as Bun spells it. */
export function isSpelled(type: string): boolean {
  return spelled.has(type);
}

/** The type of a Blob that is read from content of this Content-Type ("" when the message names none). */
export function messageType(contentType: string): string {
  const end = contentType.indexOf(";");
  return MESSAGE_SPELLINGS.get(end === -1 ? contentType : contentType.slice(0, end).trimEnd()) ?? contentType;
}

/** The type of a Blob that was given this one. */
export function blobType(given: string): string {
  return SPELLINGS.get(given) ?? given;
}

/** Gives a Blob its type letter by letter: the runtime has put it in lower case, which breaks the boundary of a form. */
export function withExactType<B extends Blob>(blob: B, type: string): B {
  return blob.type === type ? blob : Object.defineProperty(blob, "type", { value: type, configurable: true });
}
