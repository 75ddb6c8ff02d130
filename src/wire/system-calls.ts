import { isIPv6 } from "node:net";
import { endianness } from "node:os";
import process from "node:process";
import { type Koffi, loadKoffi } from "./koffi.js";

/** System calls that Node.js does not offer. Results are as of C: negative errno instead of -1. */
export interface SystemCalls {
  /** A listening stream socket at this name of Linux's abstract namespace (without its leading NUL). */
  listenAbstract(name: Uint8Array, backlog: number): number;
  /** A bound TCP socket that shares its port with others that want it (SO_REUSEPORT). */
  bindSharedPort(address: string, port: number, ipv6Only: boolean): number;
  /** Bytes that the system keeps for who reads from a socket; it takes twice the number. */
  setReceiveBuffer(descriptor: number, bytes: number): number;
  /** A descriptor of its own for the same open file, closed in child processes. */
  duplicate(descriptor: number): number;
}

const AF_UNIX = 1;
const AF_INET = 2;
const AF_INET6 = 10;
const SOCK_STREAM = 1;
const SOCK_CLOEXEC = 0o2000000;
const F_DUPFD_CLOEXEC = 1030;
const SOL_SOCKET = 1;
const SO_REUSEADDR = 2;
const SO_RCVBUF = 8;
const SO_REUSEPORT = 15;
const IPPROTO_IPV6 = 41;
const IPV6_V6ONLY = 26;

let calls: SystemCalls | null | undefined;

/** Null where koffi is not installed or has no binary for this machine, and on systems other than Linux. */
export function systemCalls(): SystemCalls | null {
  // The structures are written for little-endian machines, which is all that Node.js is built for but one.
  calls ??= process.platform === "linux" && endianness() === "LE" ? load() : null;
  return calls;
}

function load(): SystemCalls | null {
  const koffi = loadKoffi();
  return koffi === null ? null : bindCalls(koffi);
}

function bindCalls(koffi: Koffi): SystemCalls {
  const libc = koffi.load(null);
  const socket = libc.func("int socket(int domain, int type, int protocol)");
  const bind = libc.func("int bind(int fd, const void *address, uint32_t length)");
  const listen = libc.func("int listen(int fd, int backlog)");
  const setsockopt = libc.func(
    "int setsockopt(int fd, int level, int option, const void *value, uint32_t length)",
  );
  const pton = libc.func("int inet_pton(int family, const void *text, void *address)");
  const close = libc.func("int close(int fd)");
  const fcntl = libc.func("int fcntl(int fd, int command, int value)");
  const result = (value: number): number => (value < 0 ? -koffi.errno() : value);
  const setOption = (fd: number, level: number, option: number, value: number): number =>
    result(setsockopt(fd, level, option, new Uint8Array(new Int32Array([value]).buffer), 4));
  return {
    listenAbstract(name, backlog) {
      const fd = result(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
      if (fd < 0) return fd;
      // struct sockaddr_un, cut after the name: its length is the length of the name.
      const address = Buffer.alloc(3 + name.byteLength);
      address[0] = AF_UNIX;
      address.set(name, 3);
      const error = result(bind(fd, address, address.byteLength)) || result(listen(fd, backlog));
      if (error === 0) return fd;
      close(fd);
      return error;
    },
    bindSharedPort(text, port, ipv6Only) {
      const ipv6 = isIPv6(text);
      const fd = result(socket(ipv6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
      if (fd < 0) return fd;
      // struct sockaddr_in and sockaddr_in6: family, port, address at 4 or (behind the flow label) at 8.
      const address = Buffer.alloc(ipv6 ? 28 : 16);
      address[0] = ipv6 ? AF_INET6 : AF_INET;
      address.writeUInt16BE(port, 2);
      pton(ipv6 ? AF_INET6 : AF_INET, Buffer.from(`${text}\0`), address.subarray(ipv6 ? 8 : 4));
      const error =
        setOption(fd, SOL_SOCKET, SO_REUSEADDR, 1) ||
        setOption(fd, SOL_SOCKET, SO_REUSEPORT, 1) ||
        (ipv6 ? setOption(fd, IPPROTO_IPV6, IPV6_V6ONLY, Number(ipv6Only)) : 0) ||
        result(bind(fd, address, address.byteLength));
      if (error === 0) return fd;
      close(fd);
      return error;
    },
    setReceiveBuffer: (descriptor, bytes) => setOption(descriptor, SOL_SOCKET, SO_RCVBUF, bytes),
    duplicate: (descriptor) => result(fcntl(descriptor, F_DUPFD_CLOEXEC, 3)),
  };
}
