import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import net from "node:net";

/** Where a process and its children accept connections. */
export interface Listening {
  ports: number[];
  /** UDP ports that are bound: HTTP/3. */
  datagrams: number[];
  paths: string[];
}

/** What a process (with everything it started) listens on, from `/proc`; Linux only. */
export function listeningOf(pid: number): Listening {
  const inodes = new Set<string>();
  for (const one of familyOf(pid))
    for (const name of list(`/proc/${one}/fd`)) {
      const inode = /^socket:\[(\d+)\]$/.exec(link(`/proc/${one}/fd/${name}`))?.[1];
      if (inode !== undefined) inodes.add(inode);
    }
  if (inodes.size === 0) return { ports: [], datagrams: [], paths: [] };
  const ports = portsIn(["tcp", "tcp6"], "0A", inodes);
  const datagrams = portsIn(["udp", "udp6"], "07", inodes);
  const paths = new Set<string>();
  for (const line of read("/proc/net/unix").split("\n").slice(1)) {
    const fields = line.trim().split(/\s+/);
    const name = fields[7];
    if (fields[3] === "00010000" && inodes.has(fields[6] ?? "") && name !== undefined) paths.add(name);
  }
  return { ports, datagrams, paths: [...paths].sort() };
}

function portsIn(tables: string[], state: string, inodes: Set<string>): number[] {
  const ports = new Set<number>();
  for (const table of tables)
    for (const line of read(`/proc/net/${table}`).split("\n").slice(1)) {
      const fields = line.trim().split(/\s+/);
      if (fields[3] === state && inodes.has(fields[9] ?? ""))
        ports.add(Number.parseInt(fields[1]?.split(":")[1] ?? "", 16));
    }
  return [...ports].sort((a, b) => a - b);
}

/** The process and its descendants. */
function familyOf(pid: number): number[] {
  const family = [pid];
  for (const member of family)
    for (const child of read(`/proc/${member}/task/${member}/children`).split(" ").filter(Boolean))
      family.push(Number(child));
  return family;
}

/** Whether nobody listens on a port. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.on("connect", () => {
      socket.destroy();
      resolve(false);
    });
    socket.on("error", () => resolve(true));
  });
}

/** A port nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().listen(0, () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function link(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return "";
  }
}
