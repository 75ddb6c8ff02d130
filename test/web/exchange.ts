import type { ContentSink, Exchange, ReplyWriter } from "../../src/wire/exchange.js";

/** What a test says about the request. */
export interface Given {
  method?: string;
  target?: string;
  headers?: string[];
  secure?: boolean;
  hasContent?: boolean;
  contentLength?: number;
}

/** An exchange without a wire: content is fed by the test. */
export class TestExchange implements Exchange {
  readonly method: string;
  readonly target: string;
  readonly path: string;
  readonly query: string;
  readonly hasContent: boolean;
  readonly contentLength: number;
  readonly freesBytes = false;
  readonly receiver = {};
  readonly secure: boolean;
  idleTimeout = 10;
  aborted = false;
  replied = false;
  readonly sending = false;
  contentLimit = Number.POSITIVE_INFINITY;
  owner: unknown = null;
  sink: ContentSink | null = null;
  paused = 0;
  resumed = 0;
  /** How often any header field was asked for. */
  headerReads = 0;
  readonly #headers: string[];
  readonly #listeners: (() => void)[] = [];

  constructor(given: Given = {}) {
    this.method = given.method ?? "GET";
    this.target = given.target ?? "/";
    const [path = "", query = ""] = this.target.split("?");
    this.path = path;
    this.query = query;
    this.hasContent = given.hasContent ?? false;
    this.contentLength = given.contentLength ?? -1;
    this.secure = given.secure ?? false;
    this.#headers = given.headers ?? ["host", "a"];
  }

  header(name: string): string | null {
    this.headerReads++;
    const values = this.#headers.filter((_, i, all) => i % 2 === 1 && all[i - 1]?.toLowerCase() === name);
    return values.length === 0 ? null : values.join(", ");
  }
  hasField(name: string): boolean {
    return Boolean(this.header(name));
  }

  headerList(): string[] {
    this.headerReads++;
    return this.#headers.slice();
  }
  detach(): void {}
  remoteAddress(): null {
    return null;
  }
  readContent(sink: ContentSink): void {
    if (this.sink !== null) throw new Error("content was asked for twice");
    this.sink = sink;
  }
  pauseContent(): void {
    this.paused++;
  }
  resumeContent(): void {
    this.resumed++;
  }
  reply(): void {}
  replyPrepared(): void {}
  replyHead(): void {}
  stream(): ReplyWriter {
    throw new Error("no reply is expected here");
  }
  refuse(): void {}
  upgrade(): boolean {
    return false;
  }
  onAbort(listener: () => void): void {
    this.#listeners.push(listener);
  }
  onSent(): void {}
  close(): void {}

  /** The client leaves. */
  leave(): void {
    this.aborted = true;
    this.sink?.abort("closed");
    for (const listener of this.#listeners) listener();
  }

  /** Delivers content to whoever reads. */
  feed(...pieces: string[]): void {
    for (const piece of pieces) this.sink?.chunk(new TextEncoder().encode(piece));
    this.sink?.end();
  }
}
