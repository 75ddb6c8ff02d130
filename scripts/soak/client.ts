import { connect, type Socket } from "node:net";
import { Checksum, checksumOf, contentOf, piecesOf } from "./content.ts";

/** What an exchange may take, in milliseconds; longer means that it hangs. */
const PATIENCE = 20_000;

/** One connection to the server under soak, and the replies that come through it. */
class Connection {
  readonly socket: Socket;
  private received = Buffer.alloc(0);
  private ended = false;
  private wake = (): void => {};

  constructor(port: number) {
    this.socket = connect(port, "127.0.0.1");
    this.socket.on("data", (bytes: Buffer) => {
      this.received = Buffer.concat([this.received, bytes]);
      this.wake();
    });
    // A reset is an end.
    this.socket.on("error", () => {});
    this.socket.on("close", () => {
      this.ended = true;
      this.wake();
    });
  }

  /** Sends, and waits where the server does not take it. */
  async send(bytes: string | Uint8Array): Promise<void> {
    if (this.ended || this.socket.write(bytes)) return;
    await Promise.race([
      new Promise<void>((resolve) => this.socket.once("drain", resolve)),
      new Promise<void>((resolve) => this.socket.once("close", () => resolve())),
    ]);
  }

  private async more(): Promise<void> {
    if (this.ended) throw new Error("closed in the middle of a reply");
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
  }

  private async line(end: string): Promise<string> {
    for (;;) {
      const at = this.received.indexOf(end);
      if (at >= 0) {
        const text = this.received.toString("latin1", 0, at);
        this.received = this.received.subarray(at + end.length);
        return text;
      }
      await this.more();
    }
  }

  private async take(length: number, sum: Checksum, pace: () => Promise<void>): Promise<void> {
    while (length > 0) {
      if (this.received.length === 0) await this.more();
      const piece = this.received.subarray(0, length);
      this.received = this.received.subarray(piece.length);
      sum.add(piece);
      length -= piece.length;
      await pace();
    }
  }

  /** Reads a reply; its status and the checksum of its content. */
  async reply(
    pace: () => Promise<void> = async () => {},
  ): Promise<{ status: number; sum: string; head: string }> {
    const head = await this.line("\r\n\r\n");
    const sum = new Checksum();
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length !== undefined) {
      await this.take(Number(length), sum, pace);
    } else {
      for (;;) {
        const size = Number.parseInt(await this.line("\r\n"), 16);
        if (Number.isNaN(size)) throw new Error("broken chunk");
        await this.take(size, sum, pace);
        await this.line("\r\n");
        if (size === 0) break;
      }
    }
    return { status: Number(head.slice(9, 12)), sum: String(sum), head };
  }
}

type Random = (below: number) => number;
type Action = (connection: Connection, random: Random) => Promise<void>;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function get(path: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: soak\r\n\r\n`;
}

function expectSame(what: string, found: string | number, wanted: string | number): void {
  if (found !== wanted) throw new Error(`${what}: ${found} instead of ${wanted}`);
}

const textSum = (text: string): string => String(new Checksum().add(Buffer.from(text)));

function randomPath(random: Random): { path: string; sum: string } {
  const seed = random(1000);
  const size = [0, 1, 200, 5_000, 70_000, 900_000][random(6)] ?? 0;
  const kind = ["bytes", "generator", "stream"][random(3)];
  return { path: `/${kind}/${seed}/${size}`, sum: checksumOf(seed, size) };
}

/** Sends content in random pieces; with a length or in chunks. */
async function upload(
  connection: Connection,
  path: string,
  content: Buffer,
  random: Random,
  slow: boolean,
): Promise<void> {
  const chunked = random(2) === 0;
  const framing = chunked ? "Transfer-Encoding: chunked" : `Content-Length: ${content.length}`;
  await connection.send(`POST ${path} HTTP/1.1\r\nHost: soak\r\n${framing}\r\n\r\n`);
  for (let at = 0; at < content.length; ) {
    const piece = content.subarray(at, at + 1 + random(60_000));
    at += piece.length;
    if (chunked) await connection.send(`${piece.length.toString(16)}\r\n`);
    await connection.send(piece);
    if (chunked) await connection.send("\r\n");
    if (slow) await pause(random(20));
  }
  if (chunked) await connection.send("0\r\n\r\n");
}

const sizeOf = (random: Random): number => [1, 1000, 60_000, 1_500_000][random(4)] ?? 1;

const actions: Record<string, Action> = {
  async get(connection, random) {
    for (let i = random(4); i >= 0; i--) {
      const { path, sum } = randomPath(random);
      await connection.send(get(path));
      const reply = await connection.reply();
      expectSame(path, reply.sum, sum);
    }
  },
  async pipelined(connection) {
    await connection.send(get("/static").repeat(5));
    for (let i = 0; i < 5; i++) expectSame("static", (await connection.reply()).sum, checksumOf(5, 3000));
  },
  async file(connection) {
    await connection.send(get("/file"));
    expectSame("file", (await connection.reply()).sum, checksumOf(77, 700_000));
  },
  async slowReader(connection, random) {
    const { path, sum } = randomPath(random);
    connection.socket.pause();
    await connection.send(get(path));
    await pause(random(200));
    connection.socket.resume();
    const reply = await connection.reply(async () => {
      connection.socket.pause();
      await pause(random(8));
      connection.socket.resume();
    });
    expectSame(`slow ${path}`, reply.sum, sum);
  },
  async leavingReader(connection, random) {
    await connection.send(get(randomPath(random).path));
    if (random(3) === 0) connection.socket.pause();
    await pause(random(30));
    connection.socket.destroy();
  },
  async upload(connection, random) {
    for (let i = random(3); i >= 0; i--) {
      const content = contentOf(random(1000), sizeOf(random));
      const how = ["bytes", "stream", "blob"][random(3)];
      await upload(connection, `/sum?how=${how}`, content, random, random(4) === 0);
      const sum = String(new Checksum().add(content));
      expectSame(`sum ${how}`, (await connection.reply()).sum, textSum(sum));
    }
  },
  async echo(connection, random) {
    const content = contentOf(random(1000), sizeOf(random));
    const reply = connection.reply();
    await Promise.all([upload(connection, "/echo", content, random, random(3) === 0), reply]);
    expectSame("echo", (await reply).sum, String(new Checksum().add(content)));
  },
  async unread(connection, random) {
    await upload(connection, "/unread", contentOf(1, sizeOf(random)), random, false);
    expectSame("unread", (await connection.reply()).sum, textSum("unread"));
    await connection.send(get("/static"));
    expectSame("after unread", (await connection.reply()).sum, checksumOf(5, 3000));
  },
  async leavingWriter(connection, random) {
    await connection.send("POST /sum?how=stream HTTP/1.1\r\nHost: soak\r\nContent-Length: 1000000\r\n\r\n");
    for (const piece of piecesOf(1, random(500_000))) await connection.send(piece);
    await pause(random(10));
    connection.socket.destroy();
  },
  async tooLarge(connection) {
    await connection.send("POST /sum HTTP/1.1\r\nHost: soak\r\nContent-Length: 9000000\r\n\r\n");
    const closed = new Promise((resolve) => connection.socket.once("close", resolve));
    await closed;
  },
  async slow(connection, random) {
    await connection.send(get(`/slow?for=${random(300)}`));
    if (random(3) === 0) return;
    expectSame("slow", (await connection.reply()).sum, textSum("slow"));
  },
  async fail(connection) {
    await connection.send(get("/fail"));
    const { status, sum } = await connection.reply();
    expectSame("fail", `${status} ${sum}`, `500 ${textSum("handled")}`);
  },
  async reload(connection) {
    await connection.send(get("/reload"));
    expectSame("reload", (await connection.reply()).status, 200);
  },
  async nonsense(connection, random) {
    await connection.send(contentOf(random(1000), 1 + random(300)));
    await pause(random(20));
    connection.socket.destroy();
  },
};

const NAMES = Object.keys(actions);

/** What went on, by action. */
export interface Tally {
  done: Record<string, number>;
  failures: string[];
}

/** One client that does random things, one after the other, until `until`. */
export async function soak(port: number, seed: number, until: number, tally: Tally): Promise<void> {
  let state = seed;
  const random: Random = (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  while (Date.now() < until) {
    const name = NAMES[random(NAMES.length)] ?? "get";
    const connection = new Connection(port);
    let timer: NodeJS.Timeout | undefined;
    try {
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error("hangs")), PATIENCE);
      });
      await Promise.race([actions[name]?.(connection, random), late]);
      tally.done[name] = (tally.done[name] ?? 0) + 1;
    } catch (error) {
      tally.failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      clearTimeout(timer);
      connection.socket.destroy();
    }
  }
}
