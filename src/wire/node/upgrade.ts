import { createHash } from "node:crypto";
import type { HeaderList } from "../exchange.js";
import { dateField } from "./date-field.js";

/** RFC 6455 section 1.3. */
const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** The reply that makes a connection a WebSocket, in Bun's order; latin-1. */
export function switchingProtocols(
  key: string,
  headers: HeaderList,
  protocol: string,
  extensions: string,
): string {
  let text = "HTTP/1.1 101 Switching Protocols\r\n";
  let dated = false;
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] ?? "";
    if (name.toLowerCase() === "date") dated = true;
    text += `${name}: ${headers[i + 1] ?? ""}\r\n`;
  }
  const accept = createHash("sha1")
    .update(key + GUID)
    .digest("base64");
  text += `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n`;
  if (protocol !== "") text += `Sec-WebSocket-Protocol: ${protocol}\r\n`;
  if (extensions !== "") text += `Sec-WebSocket-Extensions: ${extensions}\r\n`;
  if (!dated) text += `Date: ${dateField()}\r\n`;
  return `${text}\r\n`;
}

/** Whether a request that node took for the end of HTTP may become a WebSocket. */
export function mayUpgrade(method: string, fields: HeaderList): boolean {
  if (method !== "GET") return false;
  for (let i = 0; i < fields.length; i += 2) {
    if (
      fields[i]?.toLowerCase() === "upgrade" &&
      /(?:^|[\s,])websocket(?:$|[\s,])/i.test(fields[i + 1] ?? "")
    )
      return true;
  }
  return false;
}

/** Whether a request says that content follows. */
export function announcesContent(fields: HeaderList): boolean {
  return fields.some((field, i) => {
    if (i % 2 === 1) return false;
    const name = field.toLowerCase();
    return name === "transfer-encoding" || (name === "content-length" && fields[i + 1] !== "0");
  });
}

/** The head of a request again, with its Upgrade fields under a name that node thinks nothing of. */
export function headWithoutUpgrade(requestLine: string, fields: HeaderList): string {
  let text = `${requestLine}\r\n`;
  for (let i = 0; i < fields.length; i += 2) {
    const name = fields[i] ?? "";
    text += `${name.toLowerCase() === "upgrade" ? "x-upgrade" : name}: ${fields[i + 1] ?? ""}\r\n`;
  }
  return `${text}\r\n`;
}
