import { selectWire } from "../wire/select.js";
import { ListenError, type Listener, type Wire } from "../wire/wire.js";
import { Dispatcher } from "./dispatch.js";
import { listenFailed } from "./errors.js";
import { readOptions, type ServeSettings } from "./options.js";
import { createServer } from "./server.js";
import type { ServeOptions, Server } from "./types.js";
import { WebSockets } from "./websocket/web-sockets.js";

/**
 * Starts an HTTP server; the port is bound when it returns.
 *
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a bad option, with Bun's message
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for a bad port
 * @throws {Error} `EADDRINUSE`, `EADDRNOTAVAIL`, `EACCES`, `ENOTFOUND` when the address cannot be bound
 * @see docs/runtime/http/server.mdx of bun-types
 */
export function serve<WebSocketData = undefined, R extends string = never>(
  options: ServeOptions<WebSocketData, R>,
): Server<WebSocketData>;
export function serve(options: unknown): Server {
  const settings = readOptions(options);
  const wire = selectWire(settings);
  const dispatcher = new Dispatcher(wire, settings, settings.handlers);
  const sockets = new WebSockets(settings.handlers.websocket);
  const listener = listen(wire, settings, dispatcher);
  void listener.closed.then(() => dispatcher.close());
  sockets.attach(listener);
  return createServer(settings, dispatcher, sockets, listener);
}

function listen(wire: Wire, settings: ServeSettings, dispatcher: Dispatcher): Listener {
  try {
    return wire.listen(settings, dispatcher);
  } catch (error) {
    dispatcher.close();
    if (error instanceof ListenError) throw listenFailed(error, settings);
    throw error;
  }
}
