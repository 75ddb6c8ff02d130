import type { HeaderList } from "../exchange.js";
import { dateField } from "./date-field.js";

/** How the content of a reply is framed: its length in bytes, chunks, by the end of the connection, or none. */
export type ReplyFraming = number | "chunked" | "none";

/** All fields of a reply, and whether they ask for the connection to be closed. */
export interface ReplyFields {
  list: string[];
  close: boolean;
}

const CLOSE = /(?:^|,)\s*close\s*(?:,|$)/i;

/** Whether a Connection field asks for the end of the connection (RFC 9112 section 9.6). */
export function asksToClose(value: string): boolean {
  return CLOSE.test(value);
}

/**
 * Completes the fields in the order and letter case of Bun 1.4.4: the handler's, `Date`, then framing. A
 * `Date` of the handler's stays in its place; its framing fields are dropped, for only the wire knows.
 * Replies to HEAD carry lower-case framing and no Date there.
 */
export function replyFields(headers: HeaderList, framing: ReplyFraming, head: boolean): ReplyFields {
  const list: string[] = [];
  let close = false;
  let dated = false;
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] ?? "";
    const value = headers[i + 1] ?? "";
    switch (name.length) {
      case 4:
        if (name.toLowerCase() === "date") dated = true;
        break;
      case 7:
        // node throws for it where no trailers can follow.
        if (framing !== "chunked" && name.toLowerCase() === "trailer") continue;
        break;
      case 10:
        if (name.toLowerCase() === "connection" && asksToClose(value)) close = true;
        break;
      case 14:
        if (name.toLowerCase() === "content-length") continue;
        break;
      case 17:
        if (name.toLowerCase() === "transfer-encoding") continue;
        break;
    }
    list.push(name, value);
  }
  const lowerCase = head && framing !== "none";
  if (!dated && !lowerCase) list.push("Date", dateField());
  if (framing === "chunked") list.push(lowerCase ? "transfer-encoding" : "Transfer-Encoding", "chunked");
  else if (framing !== "none") list.push(lowerCase ? "content-length" : "Content-Length", String(framing));
  return { list, close };
}
