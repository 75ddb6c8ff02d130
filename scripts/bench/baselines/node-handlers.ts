import { createReadStream, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ServerHttp2Stream } from "node:http2";

/** A workload written for node:http by hand, without a framework, as a careful author would. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;

const TEXT = "text/plain;charset=utf-8";
const JSON_TYPE = "application/json;charset=utf-8";
const PIECES = Number(process.env["PIECES"]);

function send(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { "Content-Type": type, "Content-Length": Buffer.byteLength(text) }).end(text);
}

/** Programs that are another one behind another kind of listener. */
export const LISTENERS = ["hello-tls", "hello-unix", "hello-http2"];

export function helloByHttp2(stream: ServerHttp2Stream): void {
  stream.respond({ ":status": 200, "content-type": TEXT });
  stream.end("Hello, world!");
}

/** By program. Cookies, 1,000 routes and WebSockets have no counterpart in node:http. */
export const HANDLERS: Readonly<Record<string, NodeHandler>> = {
  hello: (_request, response) => send(response, TEXT, "Hello, world!"),
  static: (_request, response) => send(response, TEXT, "Hello, world!"),
  url: (request, response) =>
    send(response, TEXT, new URL(`http://${request.headers.host}${request.url}`).pathname),
  "param-json": (request, response) => {
    const id = decodeURIComponent((request.url ?? "").slice("/users/".length));
    send(response, JSON_TYPE, JSON.stringify({ id, name: "Ada Lovelace", active: true }));
  },
  "async-json": async (request, response) => {
    const language = request.headers["accept-language"];
    await Promise.resolve();
    send(response, JSON_TYPE, JSON.stringify({ language, active: true }));
  },
  "post-json": (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const order: { id: number; text: string } = JSON.parse(Buffer.concat(chunks).toString());
      send(response, JSON_TYPE, JSON.stringify({ id: order.id, length: order.text.length }));
    });
  },
  stream: async (_request, response) => {
    const piece = "x".repeat(1024);
    for (let index = 0; index < PIECES; index++) {
      await Promise.resolve();
      if (!response.write(piece)) await new Promise<void>((resolve) => response.once("drain", resolve));
    }
    response.end();
  },
  file: (_request, response) => {
    const path = process.env["FILE"] ?? "";
    response.writeHead(200, {
      "Content-Type": "application/octet-stream",
      "Content-Length": statSync(path).size,
    });
    createReadStream(path).pipe(response);
  },
};
