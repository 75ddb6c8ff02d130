import { randomBytes } from "node:crypto";
import type { Extracted } from "./content.js";
import { typeError } from "./errors.js";
import { NativeBlob, NativeResponse } from "./native.js";

function parseError(message: string): TypeError {
  return typeError("ERR_FORMDATA_PARSE_ERROR", message);
}

function quoted(name: string): string {
  return name.replaceAll("\n", "%0A").replaceAll("\r", "%0D").replaceAll('"', "%22");
}

/**
 * Multipart content of a form. Text alone stays text; files make it a Blob, so that its length is known
 * before a byte of them is read.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7578
 */
export function encodeFormData(form: FormData): Extracted {
  const boundary = `----WebKitFormBoundary${randomBytes(16).toString("hex")}`;
  const type = `multipart/form-data; boundary=${boundary}`;
  const parts: (string | Blob)[] = [];
  let text = "";
  for (const [name, value] of form) {
    text += `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"`;
    if (typeof value === "string") {
      text += `\r\n\r\n${value}\r\n`;
    } else {
      const fileType = value.type === "" ? "application/octet-stream" : value.type;
      text += `; filename="${quoted(value.name)}"\r\nContent-Type: ${fileType}\r\n\r\n`;
      parts.push(text, value);
      text = "\r\n";
    }
  }
  text += `--${boundary}--\r\n`;
  if (parts.length === 0) return { content: text, type };
  parts.push(text);
  return { content: new NativeBlob(parts, { type }), type };
}

/**
 * Decodes multipart and urlencoded forms.
 * @throws {TypeError} `ERR_FORMDATA_PARSE_ERROR`
 */
export async function decodeFormData(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type)) {
    throw parseError("Can't decode form data from body because of incorrect MIME type/boundary");
  }
  return new NativeResponse(bytes, { headers: { "content-type": type } }).formData();
}
