import { fileURLToPath } from "node:url";
import { Response } from "../web/response.js";
import { file } from "./file.js";

/**
 * `fetch` of a `file:` URL: the file as content, whatever method and fields say; null for any other URL. That it
 * does not exist is told to who reads.
 *
 * @throws {TypeError} `ERR_INVALID_FILE_URL_HOST`, `ERR_INVALID_FILE_URL_PATH`
 * @see https://bun.com/docs/runtime/networking/fetch#file-urls-file
 */
export function fileFetch(target: unknown): Response | null {
  const text = typeof target === "object" && target !== null && "url" in target ? target.url : target;
  const given = String(text);
  if (!/^file:/i.test(given) || !URL.canParse(given)) return null;
  const url = new URL(given);
  url.search = "";
  url.hash = "";
  const response = new Response(file(fileURLToPath(url)));
  return Object.defineProperty(response, "url", { value: url.href, configurable: true });
}
