import { tmpdir } from "node:os";
import { CERTIFICATE, FILE_8_MIB, FILE_100_KIB, KEY } from "./sample-files.js";

/** What is asked of every contender, and which program answers. */
export interface Workload {
  readonly name: string;
  /** For the reader of tables and charts. */
  readonly title: string;
  /** File in programs/, without `.ts`. */
  readonly program: string;
  readonly method?: string;
  /** Asked in turn. */
  readonly paths: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly content?: string;
  /** Requests sent at once on a connection; 1 by default. */
  readonly depth?: number;
  /** Open connections; 32 by default. */
  readonly connections?: number;
  /**
   * What makes the load: wrk unless stated otherwise; ours for one request at a time on each connection, for a
   * message that comes back, and for one that a group of sockets gets.
   */
  readonly load?: "h2load" | "http" | "echo" | "broadcast";
  /** Over TLS. */
  readonly secure?: boolean;
  /** For the server. */
  readonly environment?: Readonly<Record<string, string>>;
}

const ORDER = JSON.stringify({ id: 7, text: "x".repeat(1024 - 18) });

const AREAS = Array.from({ length: 1000 }, (_, index) =>
  index % 2 === 0 ? `/area-${index}/list` : `/area-${index}/${index * 7}`,
);

export const WORKLOADS: readonly Workload[] = [
  { name: "hello", title: "Hello", program: "hello", paths: ["/"] },
  { name: "pipelined", title: "Hello, 16 pipelined", program: "hello", paths: ["/"], depth: 16 },
  { name: "url", title: "new URL(req.url)", program: "url", paths: ["/some/path?query=1"] },
  { name: "static", title: "Static route", program: "static", paths: ["/"] },
  { name: "param-json", title: "Param, JSON", program: "param-json", paths: ["/users/42"] },
  {
    name: "async-json",
    title: "Async JSON, 1 header",
    program: "async-json",
    paths: ["/"],
    headers: { "Accept-Language": "en-GB,en;q=0.9" },
  },
  {
    name: "post-json",
    title: "POST JSON, 1 KiB",
    program: "post-json",
    method: "POST",
    paths: ["/"],
    headers: { "Content-Type": "application/json" },
    content: ORDER,
  },
  {
    name: "cookies",
    title: "Cookies",
    program: "cookies",
    paths: ["/"],
    headers: { Cookie: "theme=dark; session=9f8e7d6c5b4a; lang=en" },
  },
  { name: "routes-1000", title: "1,000 routes", program: "routes-1000", paths: AREAS },
  {
    name: "stream",
    title: "Generator, 8 × 1 KiB",
    program: "stream",
    paths: ["/"],
    environment: { PIECES: "8" },
  },
  {
    name: "stream-16",
    title: "Generator, 16 × 1 KiB",
    program: "stream",
    paths: ["/"],
    environment: { PIECES: "16" },
  },
  {
    name: "file-100k",
    title: "File, 100 KiB",
    program: "file",
    paths: ["/"],
    environment: { FILE: FILE_100_KIB },
  },
  {
    name: "file-8m",
    title: "File, 8 MiB",
    program: "file",
    paths: ["/"],
    connections: 8,
    environment: { FILE: FILE_8_MIB },
  },
  {
    name: "tls",
    title: "Hello, TLS",
    program: "hello-tls",
    paths: ["/"],
    secure: true,
    environment: { KEY, CERTIFICATE },
  },
  {
    name: "unix",
    title: "Hello, unix socket",
    program: "hello-unix",
    paths: ["/"],
    load: "http",
    environment: { SOCKETS: tmpdir() },
  },
  { name: "http2", title: "Hello, HTTP/2", program: "hello-http2", paths: ["/"], load: "h2load" },
  {
    name: "ws-echo",
    title: "WebSocket echo, 64 B",
    program: "ws-echo",
    paths: ["/"],
    load: "echo",
    connections: 64,
  },
  {
    name: "ws-broadcast",
    title: "WebSocket to 16, 64 B",
    program: "ws-broadcast",
    paths: ["/"],
    load: "broadcast",
    connections: 64,
  },
];

/** Whether what is counted are messages, and not requests. */
export function countsMessages({ load }: Workload): boolean {
  return load === "echo" || load === "broadcast";
}

/** @throws {Error} when there is none of this name */
export function workloadOf(name: string): Workload {
  const workload = WORKLOADS.find((candidate) => candidate.name === name);
  if (workload === undefined) throw new Error(`no workload is called ${name}`);
  return workload;
}
