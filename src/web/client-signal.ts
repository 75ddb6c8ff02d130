import { runInEmptyContext } from "../async/context.js";
import type { Exchange } from "../wire/exchange.js";
import { connectionClosed } from "./incoming.js";

/** Aborts when the client leaves before the reply is complete. */
export function clientSignal(exchange: Exchange): AbortSignal {
  const controller = new AbortController();
  if (exchange.aborted) controller.abort(connectionClosed());
  else {
    exchange.onAbort(() => {
      // What a listener stores in its async context must not be found by whatever the wire calls next.
      runInEmptyContext(controller.abort, controller, connectionClosed());
    });
  }
  return controller.signal;
}
