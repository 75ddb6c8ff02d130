import { randomBytes } from "node:crypto";
import type { Extracted } from "./content.js";
import { typeError } from "./errors.js";
import { knownTypeOfPath } from "./file-type.js";
import { blobType, OCTET_STREAM } from "./media-type.js";
import { NativeBlob, NativeFile } from "./native.js";

type Bytes = Uint8Array<ArrayBuffer>;

const decoder = new TextDecoder();
/** RFC 2046 section 5.1.1 has 70, Bun counts the two dashes too. */
const LONGEST_BOUNDARY = 72;

function parseError(message: string): TypeError {
  return typeError("ERR_FORMDATA_PARSE_ERROR", message);
}

const MISTAKE = "FormData parse error ";

/** What is wrong with the content of a form; null for any other error. */
export function formMistake(error: unknown): string | null {
  return error instanceof Error && error.message.startsWith(MISTAKE)
    ? error.message.slice(MISTAKE.length)
    : null;
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
    text += `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name.replace(/\r\n?|\n/g, "\r\n"))}"`;
    if (typeof value === "string") {
      text += `\r\n\r\n${value.replace(/\r\n?|\n/g, "\r\n")}\r\n`;
    } else {
      const fileType = value.type === "" ? OCTET_STREAM : blobType(value.type);
      // "blob" is what the runtime calls a Blob without a name; Bun sends it without one.
      const filename = value.name === "blob" ? "" : quoted(value.name);
      text += `; filename="${filename}"\r\nContent-Type: ${fileType}\r\n\r\n`;
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
 * Chooses how forms of a Content-Type are decoded, multipart or urlencoded, as Bun does.
 * @throws {TypeError} `ERR_FORMDATA_PARSE_ERROR` for any other type; what it gives throws it for bad content
 */
export function formDataDecoder(type: string): (bytes: Bytes) => FormData {
  const lower = type.toLowerCase();
  if (lower.includes("application/x-www-form-urlencoded")) return decodeUrlEncoded;
  const boundary = lower.includes("multipart/form-data") ? boundaryOf(type) : null;
  if (boundary === null) {
    throw parseError("Can't decode form data from body because of incorrect MIME type/boundary");
  }
  return (bytes) => decodeMultipart(bytes, boundary);
}

/**
 * Decodes a form of this Content-Type.
 * @throws {TypeError} `ERR_FORMDATA_PARSE_ERROR`
 */
export function decodeFormData(bytes: Bytes, type: string): FormData {
  return formDataDecoder(type)(bytes);
}

function decodeUrlEncoded(bytes: Bytes): FormData {
  const form = new FormData();
  // A leading ? would be taken for the start of a query, and is content here.
  for (const [name, value] of new URLSearchParams(`&${decoder.decode(bytes)}`)) form.append(name, value);
  return form;
}

function boundaryOf(type: string): string | null {
  const found = /[;\s]boundary=(?:"([^"]+)"|([^";][^;]*))/i.exec(type);
  return found?.[1] ?? found?.[2]?.trim() ?? null;
}

function decodeMultipart(bytes: Bytes, boundary: string): FormData {
  if (boundary.length > LONGEST_BOUNDARY) throw parseError("FormData parse error boundary is too long");
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = content.lastIndexOf(`--${boundary}--`);
  if (end === -1) throw parseError("FormData parse error missing final boundary");
  const separator = `--${boundary}\r\n`;
  const form = new FormData();
  let start = content.indexOf(separator);
  while (start !== -1 && start < end) {
    start += separator.length;
    const next = content.indexOf(separator, start);
    const stop = next === -1 || next > end ? end : next;
    appendPart(form, bytes, content, start, stop);
    start = next;
  }
  return form;
}

function appendPart(form: FormData, bytes: Bytes, content: Buffer, start: number, stop: number): void {
  const headerEnd = content.indexOf("\r\n\r\n", start);
  if (headerEnd === -1 || headerEnd >= stop) throw parseError("FormData parse error is missing header end");
  const header = readHeader(decoder.decode(bytes.subarray(start, headerEnd)));
  if (header.name === "") return;
  const valueStart = headerEnd + 4;
  const closed = stop - valueStart >= 2 && content[stop - 2] === 0x0d && content[stop - 1] === 0x0a;
  const value = bytes.subarray(valueStart, Math.max(valueStart, closed ? stop - 2 : stop));
  if (header.filename === null) form.append(header.name, decoder.decode(value));
  else form.append(header.name, uploaded(value, header.filename, fileType(header)));
}

/** What Bun gives for a file: its class says Blob, `instanceof File` holds, and an empty name is no name. */
function uploaded(value: Bytes, filename: string, type: string): File {
  const file = new NativeFile([value], filename, { type });
  Object.defineProperty(file, "constructor", { value: NativeBlob.prototype.constructor, configurable: true });
  if (filename === "") Object.defineProperty(file, "name", { value: undefined, configurable: true });
  return file;
}

interface PartHeader {
  name: string;
  filename: string | null;
  type: string;
}

function readHeader(text: string): PartHeader {
  const header: PartHeader = { name: "", filename: null, type: "" };
  for (const line of text.split("\r\n")) {
    // Bun stops at the disposition of a file: a type that follows is not looked at.
    if (header.filename !== null && header.name !== "") break;
    const colon = line.indexOf(":");
    if (colon === -1) throw parseError("FormData parse error is missing header colon separator");
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === "content-disposition") readDisposition(value, header);
    else if (name === "content-type") header.type = value;
  }
  return header;
}

const PARAMETER = /\s*([^=;\s]+)=(?:"((?:\\.|[^"\\])*)"|(.*))\s*;?/y;

function readDisposition(value: string, header: PartHeader): void {
  if (!/^form-data;/i.test(value)) return;
  PARAMETER.lastIndex = "form-data;".length;
  for (let found = PARAMETER.exec(value); found !== null; found = PARAMETER.exec(value)) {
    const name = found[1]?.toLowerCase();
    const text = found[2] ?? found[3] ?? "";
    if (name === "name") header.name = text;
    else if (name === "filename") header.filename = text;
  }
}

// Bun believes the extension of an uploaded file, not the client.
function fileType(header: PartHeader): string {
  if (header.type !== "") return header.type;
  return header.filename === null ? "" : (knownTypeOfPath(header.filename) ?? "");
}
