import type { ReplyWriter } from "./exchange.js";

/** For a reply that nobody waits for any more. */
export const CLOSED_WRITER: ReplyWriter = {
  write: () => true,
  flush() {},
  onDrain() {},
  end() {},
};
