import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** What came back, taken apart. */
export interface RawReply {
  /** e.g. `200 OK` */
  status: string;
  /** Lower-case names; several fields joined by `, `. */
  fields: Record<string, string>;
  /** As on the wire: chunks are not decoded. Latin-1. */
  content: string;
}

/** A TCP client that sends bytes as given and shows what comes back, as latin-1 text. */
export class RawClient {
  readonly socket: Socket;
  received = "";
  closed = false;
  private wake: () => void = () => {};

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on("data", (bytes) => {
      this.received += bytes.toString("latin1");
      this.wake();
    });
    // A reset is one of the ways in which a server closes.
    socket.on("error", () => {});
    socket.on("close", () => {
      this.closed = true;
      this.wake();
    });
  }

  static async connect(port: number, host = "127.0.0.1"): Promise<RawClient> {
    return RawClient.over(connect(port, host));
  }

  /** Over any socket that is about to connect: a unix socket, a TLS socket. */
  static async over(socket: Socket, ready = "connect"): Promise<RawClient> {
    await once(socket, ready);
    return new RawClient(socket);
  }

  send(text: string): void {
    this.socket.write(text, "latin1");
  }

  /** Resolves when the marker has come, with everything received so far; rejects when the server closes first. */
  async until(marker: string | RegExp | ((received: string) => boolean)): Promise<string> {
    const met = (): boolean =>
      typeof marker === "string"
        ? this.received.includes(marker)
        : marker instanceof RegExp
          ? marker.test(this.received)
          : marker(this.received);
    while (!met()) {
      if (this.closed) throw new Error(`closed after ${JSON.stringify(this.received.slice(0, 500))}`);
      await this.change();
    }
    return this.received;
  }

  /** Resolves when the server has closed the connection, with everything received. */
  async untilClosed(): Promise<string> {
    while (!this.closed) await this.change();
    return this.received;
  }

  destroy(): void {
    this.socket.destroy();
  }

  private change(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}

/** Sends a request, and everything that comes back until the server closes; ask for that with `Connection: close`. */
export async function ask(port: number, request: string, host?: string): Promise<string> {
  const client = await RawClient.connect(port, host);
  client.send(request);
  return client.untilClosed();
}

/** A request in the plainest form; the connection ends with it. */
export function requestText(
  method: string,
  target: string,
  fields: readonly string[] = [],
  content = "",
): string {
  const lines = [`${method} ${target} HTTP/1.1`, "Host: localhost", "Connection: close", ...fields];
  return `${lines.join("\r\n")}\r\n\r\n${content}`;
}

export function parseReply(text: string): RawReply {
  const end = text.indexOf("\r\n\r\n");
  if (!text.startsWith("HTTP/1.1 ") || end < 0)
    throw new Error(`no reply: ${JSON.stringify(text.slice(0, 500))}`);
  const [statusLine = "", ...lines] = text.slice(0, end).split("\r\n");
  const fields: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    fields[name] = name in fields ? `${fields[name]}, ${value}` : value;
  }
  return { status: statusLine.slice("HTTP/1.1 ".length), fields, content: text.slice(end + 4) };
}

/** Content of a chunked reply; throws when its framing is broken or it is cut short. */
export function decodeChunks(text: string): string {
  let rest = text;
  let content = "";
  for (;;) {
    const line = rest.indexOf("\r\n");
    const size = Number.parseInt(rest.slice(0, line), 16);
    if (line < 1 || Number.isNaN(size)) throw new Error(`bad chunk: ${JSON.stringify(rest.slice(0, 100))}`);
    if (size === 0) {
      if (rest.slice(line) !== "\r\n\r\n")
        throw new Error(`bad end: ${JSON.stringify(rest.slice(line, 100))}`);
      return content;
    }
    content += rest.slice(line + 2, line + 2 + size);
    if (rest.slice(line + 2 + size, line + 4 + size) !== "\r\n") throw new Error("chunk without end");
    rest = rest.slice(line + 4 + size);
  }
}
