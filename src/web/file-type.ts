import { createRequire } from "node:module";
import { extname } from "node:path";
import type mimeTypes from "mime-types";
import {
  blobType,
  CSS_TYPE,
  HTML_TYPE,
  JAVASCRIPT_TYPE,
  JSON_TYPE,
  OCTET_STREAM,
  TEXT_TYPE,
} from "./media-type.js";

const require = createRequire(import.meta.url);

/** Where Bun answers something else than the table of `mime-types`, and the types every site serves. */
const OWN = new Map<string, string>([
  ["html", HTML_TYPE],
  ["htm", HTML_TYPE],
  ["shtml", HTML_TYPE],
  ["css", CSS_TYPE],
  ["txt", TEXT_TYPE],
  ["json", JSON_TYPE],
  ["map", JSON_TYPE],
  ["png", "image/png"],
  ["jpg", "image/jpeg"],
  ["jpeg", "image/jpeg"],
  ["gif", "image/gif"],
  ["webp", "image/webp"],
  ["svg", "image/svg+xml"],
  ["woff2", "font/woff2"],
  ["js", JAVASCRIPT_TYPE],
  ["mjs", JAVASCRIPT_TYPE],
  ["cjs", JAVASCRIPT_TYPE],
  ["ts", JAVASCRIPT_TYPE],
  ["mts", JAVASCRIPT_TYPE],
  ["cts", JAVASCRIPT_TYPE],
  ["tsx", JAVASCRIPT_TYPE],
  ["jsx", JAVASCRIPT_TYPE],
  ["ac", "application/vnd.nokia.n-gage.ac+xml"],
  ["asc", "application/pgp-signature"],
  ["bdoc", "application/x-bdoc"],
  ["bmp", "image/x-ms-bmp"],
  ["disposition-notification", OCTET_STREAM],
  ["exe", "application/x-msdownload"],
  ["ico", "image/x-icon"],
  ["jpm", "video/jpm"],
  ["key", "application/x-iwork-keynote-sffkey"],
  ["m4a", "audio/x-m4a"],
  ["mpp", "application/vnd.ms-project"],
  ["n-gage", OCTET_STREAM],
  ["numbers", "application/x-iwork-numbers-sffnumbers"],
  ["org", "text/x-org"],
  ["pages", "application/x-iwork-pages-sffpages"],
  ["pcx", "image/x-pcx"],
  ["pdb", "application/x-pilot"],
  ["prc", "model/prc"],
  ["ra", "audio/x-realaudio"],
  ["rar", "application/x-rar-compressed"],
  ["rtf", "text/rtf"],
  ["sfd-hdstx", OCTET_STREAM],
  ["u3d", "model/u3d"],
  ["vbox-extpack", OCTET_STREAM],
  ["wav", "audio/x-wav"],
  ["wmz", "application/x-msmetafile"],
  ["x3dv", "model/x3d+vrml"],
  ["xsl", "application/xslt+xml"],
]);

/** A media type, and whether Bun knows it: a slice inherits only a type that Bun knows. */
export interface MediaType {
  readonly essence: string;
  readonly known: boolean;
}

let table: typeof mimeTypes | undefined;

/** The 200 kB table of `mime-types` is loaded when the first rare extension comes. */
function rareTypes(): typeof mimeTypes {
  table ??= require("mime-types") as typeof mimeTypes;
  return table;
}

/** The content type that Bun gives to a file of this name, by its extension; case does not matter. */
export function mediaTypeOfPath(path: string): string {
  return knownTypeOfPath(path) ?? OCTET_STREAM;
}

/** As {@link mediaTypeOfPath}, but null where the extension tells nothing. */
export function knownTypeOfPath(path: string): string | null {
  const extension = extname(path).slice(1).toLowerCase();
  if (extension === "") return null;
  const own = OWN.get(extension);
  if (own !== undefined) return own;
  const found = rareTypes().lookup(extension);
  return found === false ? null : blobType(found);
}

/**
 * The content type for a `type` that the caller gave: Bun's spelling where Bun knows it, else in lower case.
 * Null for the empty string and anything outside printable ASCII, which Bun ignores.
 */
export function mediaTypeOf(type: string): MediaType | null {
  if (!/^[\x20-\x7e]+$/.test(type)) return null;
  const spelled = blobType(type);
  if (spelled !== type) return { essence: spelled, known: true };
  if (type === TEXT_TYPE || type === HTML_TYPE || rareTypes().extensions[type] !== undefined) {
    return { essence: type, known: true };
  }
  const known = type === "multipart/form-data" || /^text\/(?:html|plain); charset=utf-8$/.test(type);
  return { essence: type.toLowerCase(), known };
}
