import type { Server } from "node:http";
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { readPreface } from "./preface.js";

/** Where the connections of a server that speaks HTTP/2 go. */
export interface ProtocolOwner {
  /** Whether node's parser of HTTP/1.1 had the connection before, and gets it back. */
  isHttp1(socket: Socket): boolean;
  /** A connection whose protocol is not known yet. */
  undecided(socket: Socket): void;
  http2(socket: Socket): void;
}

/** Bun's answer to clients of HTTP/1.x where only HTTP/2 is served. */
const NOT_SERVED =
  "HTTP/1.1 505 HTTP Version Not Supported\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/**
 * Takes a server's new connections before its parser of HTTP/1.1 sees them. With TLS, ALPN has told the
 * protocol; without, the first bytes do (RFC 9113 section 3.3).
 */
export function splitProtocols(server: Server, event: string, http1: boolean, owner: ProtocolOwner): void {
  const parsers = server.rawListeners(event);
  server.removeAllListeners(event);
  const serve = (socket: Socket, isHttp2: boolean): void => {
    if (isHttp2) owner.http2(socket);
    else if (http1) {
      for (const parser of parsers) Reflect.apply(parser, server, [socket]);
      // Only what node's parser listens to by now can hear it.
      process.nextTick(() => socket.resume());
    } else {
      socket.end(NOT_SERVED, "latin1");
    }
  };
  server.on(event, (socket: Socket) => {
    if (owner.isHttp1(socket)) serve(socket, false);
    else if (socket instanceof TLSSocket) serve(socket, socket.alpnProtocol === "h2");
    else {
      owner.undecided(socket);
      socket.on("error", () => {});
      readPreface(socket, (isHttp2) => serve(socket, isHttp2));
    }
  });
}

/** Protocols to choose from by ALPN, the preferred one first (RFC 7301). */
export function alpnProtocols(http1: boolean): string[] {
  return http1 ? ["h2", "http/1.1", "http/1.0"] : ["h2"];
}
