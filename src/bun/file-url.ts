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
  return toPath(url);
}

/**
 * Path → `file:` URL; relative paths start at the working directory.
 * @see https://bun.sh/docs/api/utils#bun-pathtofileurl
 */
export function pathToFileURL(path: string): URL {
  return toURL(String(path));
}
