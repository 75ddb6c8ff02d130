import { selectWire } from "../wire/select.js";
import { ListenError, type Listener, type Wire } from "../wire/wire.js";
import { Dispatcher } from "./dispatch.js";
import { listenFailed } from "./errors.js";
import { keptServer } from "./kept-servers.js";
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
  const reload = keptServer(settings);
  if (reload !== null) return reload(options);
  const wire = selectWire(settings);
  const dispatcher = new Dispatcher(wire, settings, settings.handlers);
  const sockets = new WebSockets(settings.handlers.websocket);
  const listener = listen(wire, settings, dispatcher);
  void listener.closed.then(() => dispatcher.close());
  stopAtExit(listener);
  sockets.attach(listener);
  if (dispatcher.hasLivePages) sockets.acceptOwn();
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

const listening = new Set<Listener>();

// The system closes an ended process's descriptors in an order of its own: a client that loses its connection
// and comes back at once shall find nobody, rather than the queue of a socket that dies in the next moment.
function stopAtExit(listener: Listener): void {
  if (listening.size === 0) process.on("exit", stopListening);
  listening.add(listener);
  void listener.closed.then(() => {
    listening.delete(listener);
    if (listening.size === 0) process.off("exit", stopListening);
  });
}

function stopListening(): void {
  for (const listener of listening) listener.stop();
}
