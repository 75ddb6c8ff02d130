import net from "node:net";
import tls from "node:tls";
import { codeOf } from "../system-error.js";
import { readOptions, type SocketOptions } from "./handlers.js";
import { TcpSocket } from "./tcp-socket.js";
import { nodeTls } from "./tls.js";

/**
 * Connects to a TCP port or a unix socket.
 *
 * @throws TypeError for wrong options; Error with the code of the system when nobody answers, after
 * `connectError` was called
 * @see https://bun.com/docs/runtime/networking/tcp#create-a-connection-bun-connect
 */
export async function connect(options: SocketOptions): Promise<TcpSocket> {
  const { socket: handlers, data, hostname, port = 0, unix, tls: secure } = readOptions(options);
  const target = unix === undefined ? { host: hostname ?? "", port } : { path: unix };
  const security = nodeTls(secure);
  const half = { ...target, allowHalfOpen: true };
  const socket =
    security === null
      ? net.connect(half)
      : tls.connect({ ...half, ...security, servername: security.servername ?? nameOf(hostname) });
  const connection = new TcpSocket(socket, { handlers }, data);
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void => {
      const error = failureOf(cause);
      connection.failed(error);
      reject(error);
    };
    socket.once("error", fail);
    socket.once(security === null ? "connect" : "secureConnect", () => {
      socket.off("error", fail);
      connection.opened();
      resolve(connection);
    });
  });
}

/** No name of a server is an address. */
function nameOf(hostname: string | undefined): string {
  return hostname === undefined || net.isIP(hostname) !== 0 ? "" : hostname;
}

function failureOf(cause: Error): Error {
  const { errors } = cause instanceof AggregateError ? cause : { errors: [] };
  const [first = cause]: unknown[] = errors;
  const code = codeOf(first);
  if (code === undefined || /^(?:ERR_|[A-Z]+_)/.test(code)) return cause;
  return Object.assign(new Error("Failed to connect", { cause }), { code, syscall: "connect" });
}
