/** A client that writes frames of HTTP/2 itself, right or wrong, and tells which ones come back. */
import net from "node:net";

export type Field = [name: string, value: string];

export function frame(type: number, flags: number, stream: number, payload: Uint8Array | string = ""): Buffer {
  const content = Buffer.from(payload as string);
  const head = Buffer.alloc(9);
  head.writeUIntBE(content.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, content]);
}

export const END_STREAM = 1;
export const END_HEADERS = 4;

function text(value: string): Buffer {
  const bytes = Buffer.from(value, "latin1");
  const length = bytes.length < 127 ? [bytes.length] : [127];
  for (let rest = bytes.length - 127; rest >= 0; rest >>= 7) {
    length.push(rest < 128 ? rest : (rest & 127) | 128);
    if (rest < 128) break;
  }
  return Buffer.concat([Buffer.from(length), bytes]);
}

/** A field section without compression (RFC 7541 section 6.2.2). */
export function section(fields: Field[]): Buffer {
  return Buffer.concat(fields.flatMap(([name, value]) => [Buffer.from([0]), text(name), text(value)]));
}

export function request(path: string, more: Field[] = [], method = "GET"): Field[] {
  return [
    [":method", method],
    [":scheme", "http"],
    [":path", path],
    [":authority", "host.test"],
    ...more,
  ];
}

/** HEADERS, and as many CONTINUATIONs as it takes. */
export function headers(stream: number, fields: Field[], ends = true): Buffer {
  const block = section(fields);
  const frames: Buffer[] = [];
  for (let at = 0; at < block.length; at += 16_000) {
    const last = at + 16_000 >= block.length ? END_HEADERS : 0;
    const piece = block.subarray(at, at + 16_000);
    frames.push(
      at === 0 ? frame(1, last | (ends ? END_STREAM : 0), stream, piece) : frame(9, last, stream, piece),
    );
  }
  return Buffer.concat(frames);
}

export function data(stream: number, content: string, ends = true): Buffer {
  return frame(0, ends ? END_STREAM : 0, stream, content);
}

export function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const NAMES = ["DATA", "HEADERS", "PRIORITY", "RST_STREAM", "SETTINGS", "PUSH", "PING", "GOAWAY", "WINDOW_UPDATE"];

/**
 * Sends the frames on a connection of their own and resolves with those that came back until `until` did (or the
 * connection ended), without the ones that belong to the connection alone.
 */
export function talk(port: number, frames: Uint8Array[], until: RegExp): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    const told: string[] = [];
    let rest = Buffer.alloc(0);
    const settle = (end: string): void => {
      clearTimeout(limit);
      socket.destroy();
      resolve(`${told.join(", ")}${end}`);
    };
    const limit = setTimeout(() => settle(" <silent>"), 4000);
    socket.on("data", (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      while (rest.length >= 9 && rest.length >= 9 + rest.readUIntBE(0, 3)) {
        const length = rest.readUIntBE(0, 3);
        const type = rest[3] ?? 0;
        const flags = rest[4] ?? 0;
        const payload = rest.subarray(9, 9 + length);
        if (type === 4 && flags === 0) socket.write(frame(4, 1, 0));
        const stream = rest.readUInt32BE(5);
        rest = rest.subarray(9 + length);
        if (type === 4 || type === 8) continue;
        let line = `${NAMES[type]}${stream === 0 ? "" : ` ${stream}`}`;
        if (type === 3) line += ` code ${payload.readUInt32BE(0)}`;
        if (type === 7) line += ` code ${payload.readUInt32BE(4)}`;
        if (type === 0) line += ` ${length}`;
        if (type <= 1 && flags & END_STREAM) line += " end";
        told.push(line);
        if (until.test(line)) return settle("");
      }
    });
    socket.on("error", () => settle(" <closed>"));
    socket.on("close", () => settle(" <closed>"));
    socket.write(Buffer.concat([Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), frame(4, 0, 0), ...frames]));
  });
}
