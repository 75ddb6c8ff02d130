/* Serves one workload with Node's own servers: `node.ts PROGRAM`; prints the port, or the path of the socket. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createHttp2Server } from "node:http2";
import { createServer as createTlsServer } from "node:https";
import type { Server as NetServer } from "node:net";
import { HANDLERS, helloByHttp2, type NodeHandler } from "./node-handlers.js";

const program = process.argv[2] ?? "";
const { KEY = "", CERTIFICATE = "", SOCKETS } = process.env;

if (program === "hello-unix") {
  const path = `${SOCKETS}/bench-${process.pid}.sock`;
  createServer(handlerOf("hello")).listen(path, () => console.log(path));
} else if (program === "hello-http2") {
  listen(createHttp2Server().on("stream", helloByHttp2));
} else if (program === "hello-tls") {
  const certificate = { key: readFileSync(KEY), cert: readFileSync(CERTIFICATE) };
  listen(createTlsServer(certificate, handlerOf("hello")));
} else {
  listen(createServer(handlerOf(program)));
}

function handlerOf(name: string): NodeHandler {
  const handler = HANDLERS[name];
  if (handler === undefined) throw new Error(`no handler for ${name}`);
  return handler;
}

function listen(server: NetServer): void {
  server.listen(0, () => {
    const address = server.address();
    if (address !== null && typeof address === "object") console.log(address.port);
  });
}
