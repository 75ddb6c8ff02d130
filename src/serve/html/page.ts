import type { Exchange } from "../../wire/exchange.js";

/** An HTML file as a route value. */
export interface Page {
  /** @param done called once when nothing more happens */
  send(exchange: Exchange, done: () => void): void;
  /** Gives back what it keeps. */
  close(): void;
}
