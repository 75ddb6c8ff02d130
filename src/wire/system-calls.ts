import { createRequire } from "node:module";
import process from "node:process";

/** System calls that Node.js does not offer. Results are as of C: negative errno instead of -1. */
export interface SystemCalls {
  /** A listening stream socket at this name of Linux's abstract namespace (without its leading NUL). */
  listenAbstract(name: Uint8Array, backlog: number): number;
  /** A descriptor of its own for the same open file, closed in child processes. */
  duplicate(descriptor: number): number;
}

/** The part of koffi, an optional dependency, that is used here. */
interface Koffi {
  load(library: null): { func(declaration: string): (...values: (number | Uint8Array)[]) => number };
  errno(): number;
}

const AF_UNIX = 1;
const SOCK_STREAM = 1;
const SOCK_CLOEXEC = 0o2000000;
const F_DUPFD_CLOEXEC = 1030;

let calls: SystemCalls | null | undefined;

/** Null where koffi is not installed or has no binary for this machine, and on systems other than Linux. */
export function systemCalls(): SystemCalls | null {
  calls ??= process.platform === "linux" ? load() : null;
  return calls;
}

function load(): SystemCalls | null {
  try {
    const koffi: Koffi = createRequire(import.meta.url)("koffi");
    return bindCalls(koffi);
  } catch {
    return null;
  }
}

function bindCalls(koffi: Koffi): SystemCalls {
  const libc = koffi.load(null);
  const socket = libc.func("int socket(int domain, int type, int protocol)");
  const bind = libc.func("int bind(int fd, const void *address, uint32_t length)");
  const listen = libc.func("int listen(int fd, int backlog)");
  const close = libc.func("int close(int fd)");
  const fcntl = libc.func("int fcntl(int fd, int command, int value)");
  const result = (value: number): number => (value < 0 ? -koffi.errno() : value);
  return {
    listenAbstract(name, backlog) {
      const fd = result(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
      if (fd < 0) return fd;
      // struct sockaddr_un, cut after the name: its length is the length of the name.
      const address = Buffer.alloc(3 + name.byteLength);
      new Uint16Array(address.buffer, address.byteOffset, 1)[0] = AF_UNIX;
      address.set(name, 3);
      const error = result(bind(fd, address, address.byteLength)) || result(listen(fd, backlog));
      if (error === 0) return fd;
      close(fd);
      return error;
    },
    duplicate: (descriptor) => result(fcntl(descriptor, F_DUPFD_CLOEXEC, 3)),
  };
}
