import { isIPv6 } from "node:net";
import { openAbstractSocket } from "../abstract-socket.js";
import type { HeaderList, PreparedReply, WholeContent } from "../exchange.js";
import { hostAddresses } from "../host-addresses.js";
import { DEFAULT_IDLE_TIMEOUT } from "../idle-watch.js";
import { bindProbe, openListenSocket } from "../listen-socket.js";
import { systemCalls } from "../system-calls.js";
import type { TlsContext } from "../tls-context.js";
import { expectFreePath, isAbstract } from "../unix-socket.js";
import { ListenError, type Listener, type ListenOptions, type Receiver, type Wire } from "../wire.js";
import { abstractFront } from "./abstract-front.js";
import { loadEngine } from "./engine.js";
import { UwsListener } from "./listener.js";
import { UwsPreparedReply } from "./prepared-reply.js";
import { withTlsFiles } from "./tls-files.js";
import type { Uws } from "./types.js";

const EADDRINUSE = -98;
const ENOTSUP = -95;

/** A free port may be taken by somebody else in the moment before it is bound. */
const PORT_ATTEMPTS = 8;

class UwsWire implements Wire {
  readonly name = "uws";
  readonly engine: string;
  private readonly uws: Uws;

  constructor(uws: Uws, version: string) {
    this.uws = uws;
    this.engine = `uWebSockets.js ${version}`;
  }

  listen(options: ListenOptions, receiver: Receiver): Listener {
    const { unix, tls, idleTimeout = DEFAULT_IDLE_TIMEOUT } = options;
    const start = (): UwsListener =>
      hasTls(tls)
        ? withTlsFiles(tls[0], (files) => new UwsListener(this.uws, receiver, idleTimeout, files))
        : new UwsListener(this.uws, receiver, idleTimeout, null);
    if (unix !== undefined) return listenUnix(unix, start);
    const listener = start();
    for (const address of hostAddresses(options.hostname)) {
      const family = isIPv6(address) ? "IPv6" : "IPv4";
      // The engine makes every IPv6 socket a dual one.
      if (options.ipv6Only && family === "IPv6") throw new ListenError("ENOTSUP", ENOTSUP);
      const refusal = bindProbe({ ...options, hostname: address });
      if (refusal?.code === "EADDRNOTAVAIL" || refusal?.code === "EAFNOSUPPORT") continue;
      if (refusal !== null) throw refusal;
      for (let attempt = 0; attempt < (options.port === 0 ? PORT_ATTEMPTS : 1); attempt++) {
        const port = options.port === 0 ? freePort(address) : options.port;
        if (!options.reusePort && listener.listen(address, family, port, false)) return listener;
        // Nobody was found there: only closed connections of a server that stopped can linger on the address.
        // For a minute the engine would not take it again, unless it shares it.
        if (listener.listen(address, family, port, true)) return listener;
      }
      throw new ListenError("EADDRINUSE", EADDRINUSE);
    }
    throw new ListenError("EADDRNOTAVAIL", -99);
  }

  prepare(status: number, headers: HeaderList, content: WholeContent): PreparedReply {
    return new UwsPreparedReply(status, headers, content);
  }
}

function hasTls(tls: ListenOptions["tls"]): tls is readonly [TlsContext, ...TlsContext[]] {
  return tls !== undefined && tls !== null && tls.length > 0;
}

/** The engine gives no reasons, and removes what is at the path: so the path is tried without it first. */
function listenUnix(path: string, start: () => UwsListener): Listener {
  const calls = systemCalls();
  if (isAbstract(path) && calls !== null) {
    const target = openAbstractSocket(path);
    const listener = start();
    listener.listenBehind(path, (adopt) => abstractFront(target, calls, adopt));
    return listener;
  }
  expectFreePath(path);
  const listener = start();
  if (!listener.listenUnix(path)) throw new ListenError("EADDRINUSE", EADDRINUSE);
  return listener;
}

/** The engine would take a port that it picked itself for itself alone. */
function freePort(hostname: string): number {
  const { handle, address } = openListenSocket({ port: 0, hostname, reusePort: false, ipv6Only: false });
  handle.close();
  return address.port;
}

let wire: UwsWire | undefined;

/**
 * The wire over uWebSockets.js.
 * @throws {Error} where no build of it loads; `loadEngine` has the reasons
 */
export function uwsWire(): Wire {
  if (wire !== undefined) return wire;
  const engine = loadEngine();
  if (engine.uws === null) throw new Error("No build of uWebSockets.js loads here.");
  return (wire = new UwsWire(engine.uws, engine.version));
}
