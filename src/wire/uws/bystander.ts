import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import type { Uws, UwsApp, UwsListenSocket, UwsResponse } from "./types.js";

const LOOPBACK = "127.0.0.1";

/**
 * A response that waits for ever, on a connection of this process to itself: the engine wants every write to be
 * made inside of a cork, and complains to stderr of each that is not. An upgrade must not be made in the cork
 * of its own response: when that ends, the engine takes the new socket for the response that began it, and may
 * close it (uWebSockets issue 1929). While another response is corked, its own cork is none.
 */
export class Bystander {
  private readonly uws: Uws;
  private app: UwsApp | null = null;
  private listening: UwsListenSocket | null = null;
  private response: UwsResponse | null = null;
  private state: "none" | "awaited" | "there" | "impossible" | "closed" = "none";
  private waiting: (() => void)[] = [];

  constructor(uws: Uws) {
    this.uws = uws;
  }

  /** Calls in a later turn, outside of the engine's own calls, once {@link cork} has what it needs. */
  whenThere(work: () => void): void {
    if (this.state === "none") this.start();
    if (this.state === "awaited") this.waiting.push(work);
    else setImmediate(work);
  }

  /** Runs `work` in what the engine takes for a cork of the response; it corks nothing. */
  cork(response: UwsResponse, work: () => void): void {
    if (this.response === null) work();
    else this.response.cork(() => response.cork(work));
  }

  /** What waits is dropped. */
  close(): void {
    this.stopListening();
    this.state = "closed";
    this.waiting = [];
    this.app?.close();
  }

  private start(): void {
    const secret = `/${randomUUID()}`;
    this.app ??= this.uws.App();
    this.app.any("/*", (response, request) => {
      response.onAborted(() => {
        if (response !== this.response) return;
        this.response = null;
        if (this.state === "there") this.state = "none";
      });
      // Whoever else found the port.
      if (request.getUrl() !== secret || this.state !== "awaited") {
        response.close();
        return;
      }
      this.response = response;
      this.settle("there");
    });
    this.app.listen(LOOPBACK, 0, this.uws.LIBUS_LISTEN_EXCLUSIVE_PORT, (listening) => {
      if (listening === false) this.state = "impossible";
      else this.connect(listening, secret);
    });
  }

  private connect(listening: UwsListenSocket, secret: string): void {
    this.state = "awaited";
    this.listening = listening;
    const socket = connect(this.uws.us_socket_local_port(listening), LOOPBACK);
    socket.unref();
    socket.on("error", () => {
      if (this.state === "awaited") this.settle("impossible");
    });
    socket.resume();
    socket.write(`GET ${secret} HTTP/1.1\r\nHost: ${LOOPBACK}\r\n\r\n`);
  }

  private settle(state: "there" | "impossible"): void {
    this.stopListening();
    this.state = state;
    const { waiting } = this;
    this.waiting = [];
    for (const work of waiting) setImmediate(work);
  }

  private stopListening(): void {
    const { listening } = this;
    // Closing it twice ends the process.
    this.listening = null;
    if (listening !== null) this.uws.us_listen_socket_close(listening);
  }
}
