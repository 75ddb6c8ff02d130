import { createRequire } from "node:module";
import process from "node:process";
import { type Koffi, loadKoffi } from "../koffi.js";
import type { Uws } from "./types.js";

/**
 * C functions that the engine's binary exports and its JavaScript does not, and memory of this process.
 * None of them may call JavaScript: koffi runs them on a stack of its own. So nothing is closed here; a
 * connection that was shut down is closed by the engine, in a later turn.
 */
export interface EngineCalls {
  contextOf(secure: boolean, socket: number): number;
  loopOf(secure: boolean, context: number): number;
  /** Where the loop keeps what belongs to uWebSockets. */
  loopExtension(loop: number): number;
  descriptor(socket: number): number;
  /** -1 for unix sockets. */
  remotePort(secure: boolean, socket: number): number;
  /** When the engine closes the socket, in seconds from now; 0: never. */
  setTimeout(secure: boolean, socket: number, seconds: number): void;
  isShutDown(socket: number): boolean;
  /** Ends both directions: the engine takes nothing more in, and closes the socket in a later turn. */
  shutDown(socket: number): void;
  /** What the loop waits for: {@link READABLE}, {@link WRITABLE}. */
  pollEvents(socket: number): number;
  changePoll(socket: number, loop: number, events: number): void;
  /** A copy; null where there is no such memory, which is no error. Good until the next call. */
  read(address: number, length: number): DataView | null;
  /** The memory itself. */
  view(address: number, length: number): ArrayBuffer;
}

export const READABLE = 1;
export const WRITABLE = 2;

const SHUT_RDWR = 2;

/** Most bytes of one {@link EngineCalls.read}. */
const COPY_SIZE = 4096;

let calls: EngineCalls | null | undefined;

/**
 * Null without koffi, and on machines for which nobody has looked at the engine's structures: all but Linux
 * on x64.
 */
export function engineCalls(uws: Uws): EngineCalls | null {
  calls ??= process.platform === "linux" && process.arch === "x64" ? load(uws) : null;
  return calls;
}

function load(uws: Uws): EngineCalls | null {
  const koffi = loadKoffi();
  const binary = binaryOf(uws);
  if (koffi === null || binary === null) return null;
  try {
    return bind(koffi, binary);
  } catch {
    // A build that exports none of it.
    return null;
  }
}

/** The file that was loaded as this module, whichever package it came in. */
function binaryOf(uws: Uws): string | null {
  for (const module of Object.values(createRequire(import.meta.url).cache)) {
    if (module?.exports === uws && module.filename.endsWith(".node")) return module.filename;
  }
  return null;
}

function bind(koffi: Koffi, binary: string): EngineCalls {
  const engine = koffi.load(binary);
  const libc = koffi.load(null);
  const context = engine.func("uint64_t us_socket_context(int ssl, uint64_t socket)");
  const loop = engine.func("uint64_t us_socket_context_loop(int ssl, uint64_t context)");
  const loopExtension = engine.func("uint64_t us_loop_ext(uint64_t loop)");
  const remotePort = engine.func("int us_socket_remote_port(int ssl, uint64_t socket)");
  const timeout = engine.func("void us_socket_timeout(int ssl, uint64_t socket, uint32_t seconds)");
  const isShutDown = engine.func("int us_socket_is_shut_down(int ssl, uint64_t socket)");
  const shutDown = engine.func("void us_socket_shutdown(int ssl, uint64_t socket)");
  const descriptor = engine.func("int us_poll_fd(uint64_t poll)");
  const pollEvents = engine.func("int us_poll_events(uint64_t poll)");
  const changePoll = engine.func("void us_poll_change(uint64_t poll, uint64_t loop, int events)");
  const shutdown = libc.func("int shutdown(int fd, int how)");
  return {
    contextOf: (secure, socket) => context(Number(secure), socket),
    loopOf: (secure, of) => loop(Number(secure), of),
    loopExtension: (of) => loopExtension(of),
    descriptor: (socket) => descriptor(socket),
    remotePort: (secure, socket) => remotePort(Number(secure), socket),
    setTimeout: (secure, socket, seconds) => void timeout(Number(secure), socket, seconds),
    isShutDown: (socket) => isShutDown(0, socket) !== 0,
    shutDown(socket) {
      // By itself this ends our direction only, and waits for the client to end the other. (Over TLS no
      // close_notify is sent: the engine sends none either when it ends an idle connection.)
      shutDown(0, socket);
      shutdown(descriptor(socket), SHUT_RDWR);
    },
    pollEvents: (socket) => pollEvents(socket),
    changePoll: (socket, of, events) => void changePoll(socket, of, events),
    read: memoryReader(koffi),
    view: (address, length) => koffi.view(BigInt(address), length),
  };
}

/** The kernel copies, so that a wrong address is an answer and not the end of the process. */
function memoryReader(koffi: Koffi): EngineCalls["read"] {
  const copy = koffi
    .load(null)
    .func(
      "int64_t process_vm_readv(int pid, const void *to, uint64_t toCount, const void *from, uint64_t fromCount, uint64_t flags)",
    );
  const bytes = new Uint8Array(COPY_SIZE);
  // Two of struct iovec: address and length, once of the copy and once of the original.
  const to = new BigUint64Array([koffi.address(bytes), 0n]);
  const from = new BigUint64Array(2);
  const toBytes = new Uint8Array(to.buffer);
  const fromBytes = new Uint8Array(from.buffer);
  return (address, length) => {
    if (!(address > 0) || !Number.isSafeInteger(address) || length > COPY_SIZE) return null;
    to[1] = from[1] = BigInt(length);
    from[0] = BigInt(address);
    return copy(process.pid, toBytes, 1, fromBytes, 1, 0) === length
      ? new DataView(bytes.buffer, 0, length)
      : null;
  };
}
