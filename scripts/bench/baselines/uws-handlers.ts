import type { UwsApp, UwsBytes, UwsResponse } from "../../../src/wire/uws/types.js";

/** Registers a workload on a bare uWebSockets.js app: the floor under everything built on that engine. */
export type UwsRoutes = (app: UwsApp) => void;

const TEXT = "text/plain;charset=utf-8";
const JSON_TYPE = "application/json;charset=utf-8";
const PIECES = Number(process.env["PIECES"]);

function send(response: UwsResponse, type: string, content: UwsBytes): void {
  response.writeHeader("Content-Type", type).end(content);
}

const hello: UwsRoutes = (app) => app.any("/*", (response) => send(response, TEXT, "Hello, world!"));

/** By program. Cookies, files and HTTP/2 have no counterpart in uWebSockets.js. */
export const HANDLERS: Readonly<Record<string, UwsRoutes>> = {
  hello,
  "hello-tls": hello,
  "hello-unix": hello,
  static: (app) => app.get("/", (response) => send(response, TEXT, "Hello, world!")),
  url: (app) =>
    app.any("/*", (response, request) => {
      const query = request.getQuery();
      const target = query === undefined ? request.getUrl() : `${request.getUrl()}?${query}`;
      send(response, TEXT, new URL(`http://${request.getHeader("host")}${target}`).pathname);
    }),
  "param-json": (app) =>
    app.any("/*", (response, request) => {
      const id = decodeURIComponent(request.getUrl().slice("/users/".length));
      send(response, JSON_TYPE, JSON.stringify({ id, name: "Ada Lovelace", active: true }));
    }),
  "async-json": (app) =>
    app.any("/*", async (response, request) => {
      let aborted = false;
      response.onAborted(() => {
        aborted = true;
      });
      const language = request.getHeader("accept-language");
      await Promise.resolve();
      if (aborted) return;
      response.cork(() => send(response, JSON_TYPE, JSON.stringify({ language, active: true })));
    }),
  "post-json": (app) =>
    app.any("/*", (response) => {
      const chunks: Buffer[] = [];
      response.onAborted(() => {});
      response.onData((chunk, last) => {
        if (!last) {
          chunks.push(Buffer.from(chunk.slice(0)));
          return;
        }
        const text = Buffer.concat([...chunks, Buffer.from(chunk)]).toString();
        const order: { id: number; text: string } = JSON.parse(text);
        response.cork(() =>
          send(response, JSON_TYPE, JSON.stringify({ id: order.id, length: order.text.length })),
        );
      });
    }),
  "routes-1000": (app) => {
    for (let index = 0; index < 1000; index++) {
      app.get(index % 2 === 0 ? `/area-${index}/list` : `/area-${index}/:id`, (response) =>
        send(response, TEXT, "Hello, world!"),
      );
    }
  },
  stream: (app) =>
    app.any("/*", async (response) => {
      let aborted = false;
      response.onAborted(() => {
        aborted = true;
      });
      const piece = "x".repeat(1024);
      for (let index = 0; index < PIECES; index++) {
        await Promise.resolve();
        if (aborted) return;
        response.cork(() => {
          response.write(piece);
        });
      }
      response.end();
    }),
  "ws-echo": (app) =>
    app.ws("/*", {
      message: (socket, message, isBinary) => {
        socket.send(message, isBinary);
      },
    }),
  "ws-broadcast": (app) =>
    app.ws<{ group: string }>("/*", {
      upgrade: (response, request, context) => {
        response.upgrade(
          { group: new URLSearchParams(request.getQuery()).get("group") ?? "" },
          request.getHeader("sec-websocket-key"),
          request.getHeader("sec-websocket-protocol"),
          request.getHeader("sec-websocket-extensions"),
          context,
        );
      },
      open: (socket) => {
        socket.subscribe(socket.group);
      },
      message: (socket, message, isBinary) => {
        app.publish(socket.group, message, isBinary);
      },
    }),
};
