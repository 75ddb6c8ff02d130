import { readFileSync } from "node:fs";
import { isIPv4, isIPv6 } from "node:net";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { ListenError } from "./wire.js";

/** getaddrinfo's refusal of a text that is no host name, with the number that Bun 1.4.4 gives. */
const EAI_NONAME = 4;
/** What Bun finds where no name server knows a name: a refusal of the call before. */
const EINVAL = -22;

/** Longest host name in text form (RFC 1035 section 2.3.4). */
const MAX_NAME = 253;
/** What Bun asks no name server for: its resolver knows names of these characters only. */
const NO_NAME = /[^\w\-.*/]|^\.|\.\./;
const HOSTS_FILE = "/etc/hosts";

/** How long a name server may keep the program waiting, in milliseconds. */
const LOOKUP_LIMIT = 30_000;

/**
 * The IP addresses that a server on `hostname` tries in turn, IPv6 before IPv4 as Bun does. Undefined, empty
 * and `*` mean every interface.
 *
 * @throws {ListenError} `ENOTFOUND` for a text that cannot be a host name, `EINVAL` for an unknown one
 */
export function hostAddresses(hostname: string | undefined): string[] {
  if (hostname === undefined || hostname === "" || hostname === "*") return ["::", "0.0.0.0"];
  const literal = hostname.startsWith("[") && hostname.endsWith("]") ? hostname.slice(1, -1) : hostname;
  if (isIPv6(literal)) return [literal];
  if (isIPv4(hostname)) return [hostname];
  if (hostname.length > MAX_NAME || NO_NAME.test(hostname)) throw new ListenError("ENOTFOUND", EAI_NONAME);

  const known = addressesInHostsFile(hostname.toLowerCase());
  if (known.length > 0) return ipv6First(known);
  if (hostname.toLowerCase() === "localhost") return ["127.0.0.1"];
  const found = lookUp(hostname);
  if (found.length === 0) throw new ListenError("EINVAL", EINVAL);
  return ipv6First(found);
}

function ipv6First(addresses: readonly string[]): string[] {
  return [
    ...addresses.filter((address) => isIPv6(address)),
    ...addresses.filter((address) => isIPv4(address)),
  ];
}

// `localhost` is by far the most common name: reading a file is some hundred times cheaper than a thread.
function addressesInHostsFile(name: string): string[] {
  let text: string;
  try {
    text = readFileSync(HOSTS_FILE, "utf8");
  } catch {
    return [];
  }
  const addresses: string[] = [];
  for (const line of text.split("\n")) {
    const [address, ...names] = line.replace(/#.*/, "").trim().toLowerCase().split(/\s+/);
    if (address !== undefined && names.includes(name)) addresses.push(address);
  }
  return addresses;
}

// The port must be bound when `Bun.serve` returns, and node's resolver answers later only: a thread asks it
// while this one waits.
const LOOKUP_THREAD = `
const { workerData: { name, port, done } } = require("node:worker_threads");
require("node:dns").lookup(name, { all: true }, (error, found) => {
  port.postMessage(error ? [] : found.map((entry) => entry.address));
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});
`;

function lookUp(name: string): string[] {
  const done = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const thread = new Worker(LOOKUP_THREAD, {
    eval: true,
    // Loader hooks and preloaded modules of the program have no business in here.
    execArgv: [],
    env: {},
    workerData: { name, port: port2, done },
    transferList: [port2],
  });
  thread.unref();
  Atomics.wait(done, 0, 0, LOOKUP_LIMIT);
  const answer: unknown = receiveMessageOnPort(port1)?.message;
  port1.close();
  void thread.terminate();
  return Array.isArray(answer)
    ? answer.filter((address): address is string => typeof address === "string")
    : [];
}
