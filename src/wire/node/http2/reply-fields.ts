import type { OutgoingHttpHeaders } from "node:http2";
import type { HeaderList } from "../../exchange.js";
import { dateField } from "../date-field.js";

/** Fields that belong to one connection of HTTP/1.1 (RFC 9113 section 8.2.2), and the wire's own. */
const NOT_SENT: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "keep-alive",
  "proxy-connection",
  "transfer-encoding",
  "upgrade",
]);

/**
 * The field section of a reply, in Bun's order.
 * @param length of the content; null: not announced
 */
export function http2ReplyFields(
  status: number,
  headers: HeaderList,
  length: number | null,
  lengthFirst: boolean,
): OutgoingHttpHeaders {
  const fields: OutgoingHttpHeaders = { ":status": status };
  for (let i = 0; i < headers.length; i += 2) {
    const name = (headers[i] ?? "").toLowerCase();
    if (NOT_SENT.has(name)) continue;
    const value = headers[i + 1] ?? "";
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else fields[name] = Array.isArray(before) ? [...before, value] : [String(before), value];
  }
  if (length !== null && lengthFirst) fields["content-length"] = String(length);
  fields["date"] ??= dateField();
  if (length !== null && !lengthFirst) fields["content-length"] = String(length);
  return fields;
}
