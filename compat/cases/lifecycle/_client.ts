import type net from "node:net";
import { connect, type Target } from "../../client.ts";

/** A connection that tells what came of it. */
export class Client {
  readonly socket: net.Socket;
  text = "";
  closed = false;
  private wake: () => void = () => {};

  constructor(target: Target, text: string) {
    this.socket = connect(target);
    this.socket.on("data", (bytes) => {
      this.text += bytes.toString("latin1");
      this.wake();
    });
    this.socket.on("error", () => {});
    this.socket.on("close", () => {
      this.closed = true;
      this.wake();
    });
    this.socket.write(text);
  }

  send(text: string): void {
    this.socket.write(text);
  }

  /** Waits for so many replies, the connection's end, or the limit in milliseconds. */
  async replies(count: number, limit = 5000): Promise<number> {
    const had = (): number => this.text.split("HTTP/1.1 ").length - 1;
    await this.until(() => had() >= count || this.closed, limit);
    return had();
  }

  /** Whether the server closed within the limit. */
  async ends(limit: number): Promise<boolean> {
    await this.until(() => this.closed, limit);
    return this.closed;
  }

  private async until(done: () => boolean, limit: number): Promise<void> {
    const end = Date.now() + limit;
    while (!done() && Date.now() < end) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, end - Date.now());
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}

export const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
