import { fileURLToPath as toPath, pathToFileURL as toURL } from "node:url";
import { received, typeError } from "./argument-error.js";

/**
 * `file:` URL → path.
 *
 * @throws `ERR_INVALID_ARG_TYPE`, `ERR_INVALID_URL_SCHEME` (also for what is no URL),
 * `ERR_INVALID_FILE_URL_HOST`, `ERR_INVALID_FILE_URL_PATH`
 * @see https://bun.sh/docs/api/utils#bun-fileurltopath
 */
export function fileURLToPath(url: string | URL): string {
  if (typeof url !== "string" && !(url instanceof URL)) {
    const message = `The "url" argument must be of type string. Received ${received(url)}`;
    throw typeError("ERR_INVALID_ARG_TYPE", message);
  }
  if (!URL.canParse(url)) throw typeError("ERR_INVALID_URL_SCHEME", "The URL must be of scheme file");
  try {
    return toPath(url);
  } catch (error) {
    if (error instanceof URIError) return decodeLeniently(new URL(url).pathname);
    throw error;
  }
}

/** What is no encoding stays as it is; bytes that are no UTF-8 leave nothing at all, as in Bun. */
function decodeLeniently(path: string): string {
  const bytes = path.replace(/%([0-9a-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.from(bytes, "latin1"));
  } catch {
    return "";
  }
}

/**
 * Path → `file:` URL; relative paths start at the working directory, and may be written with backslashes.
 * @see https://bun.sh/docs/api/utils#bun-pathtofileurl
 */
export function pathToFileURL(path: string): URL {
  if (typeof path === "symbol") throw new TypeError("Cannot convert a symbol to a string");
  const text = String(path);
  if (!text.startsWith("/")) return toURL(text.replace(/^\\+|\\+$/g, "").replaceAll("\\", "/"));
  if (!text.includes("//")) return toURL(text);
  // Node would make one slash of two.
  const segments = text.split("/").map((segment) => {
    return segment === "" || segment === "." || segment === ".."
      ? segment
      : toURL(`/${segment}`).pathname.slice(1);
  });
  return new URL(`file://${segments.join("/")}`);
}
