// Each of these ended the process with bare uWebSockets.js. Does one of them, then shows that the server lives.
import { once } from "node:events";
import { connect } from "node:net";
import { Worker } from "node:worker_threads";
import { serve } from "../../../src/serve/serve.js";
import type { ServeOptions, Server } from "../../../src/serve/types.js";

type Killer = (start: (options: ServeOptions) => Server) => Promise<void>;

// A worker gets the wire that is chosen for workers.
const UNFORCED = { ...process.env, BUNSHIM_WIRE: "" };

const HELLO = () => new Response("hello");

/** Sends bytes and waits until the server closes, or a quarter of a second. */
async function send(port: number | undefined, text: string): Promise<void> {
  const socket = connect(port ?? 0, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(text, "latin1");
  socket.resume();
  await Promise.race([once(socket, "close"), new Promise((resolve) => setTimeout(resolve, 250))]);
  socket.destroy();
}

const GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
const POST = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nabc";

function answering(fetch: () => unknown): Killer {
  return async (start) => {
    const server = start({ fetch: fetch as () => Response });
    await send(server.port, GET);
    await send(server.port, POST);
  };
}

const killers: Record<string, Killer> = {
  "a handler that returns nothing": answering(() => undefined),
  "a handler that throws": answering(() => {
    throw new Error("thrown on purpose");
  }),
  "a handler that throws nothing": answering(() => {
    throw undefined;
  }),
  "a handler that rejects": answering(() => Promise.reject(new Error("rejected on purpose"))),
  "a handler that never answers, and a client that leaves": answering(() => new Promise(() => {})),
  "a handler that answers after the client left": answering(
    () => new Promise((resolve) => setTimeout(() => resolve(new Response("late")), 300)),
  ),
  "a stream that throws": answering(
    () =>
      new Response(
        new ReadableStream({
          pull() {
            throw new Error("thrown in a stream");
          },
        }),
      ),
  ),
  "a proxy around a Response": answering(() => new Proxy(new Response("x"), {})),
  "an object that inherits from a Response": answering(() => Object.create(new Response("x"))),
  "an error handler that throws": async (start) => {
    const server = start({
      fetch() {
        throw new Error("first");
      },
      error() {
        throw new Error("second");
      },
    });
    await send(server.port, GET);
  },
  "options that throw when they are read": async (start) => {
    for (const name of ["port", "hostname", "fetch", "routes", "idleTimeout", "error"]) {
      const options = Object.defineProperty({ fetch: HELLO }, name, {
        get() {
          throw new Error("thrown by a getter");
        },
      });
      try {
        start(options);
      } catch {}
    }
  },
  "no options": async (start) => {
    for (const options of [null, undefined, 5, "x"]) {
      try {
        start(options as unknown as ServeOptions);
      } catch {}
    }
  },
  "stopping again and again": async (start) => {
    const server = start({ fetch: HELLO });
    await send(server.port, GET);
    server.stop();
    server.stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    server.stop();
    server.stop(true);
    await new Promise((resolve) => setTimeout(resolve, 20));
    server.stop(true);
    server.stop();
    server.ref();
    server.unref();
    server.reload({ fetch: HELLO });
  },
  "stopping in a handler": async (start) => {
    const server = start({
      fetch(_, server) {
        server.stop(true);
        return new Response("x");
      },
    });
    await send(server.port, GET + GET);
  },
  "a port in use": async (start) => {
    const server = start({ fetch: HELLO });
    try {
      start({ port: server.port, fetch: HELLO });
    } catch {}
  },
  "a worker with a server that is terminated": async () => {
    const worker = new Worker(
      `require("tsx/cjs/api").register();
       const { serve } = require(${JSON.stringify(new URL("../../../src/serve/serve.ts", import.meta.url).pathname)});
       const server = serve({ port: 0, fetch: () => new Response("x") });
       require("node:worker_threads").parentPort.postMessage(server.port);`,
      { eval: true, env: UNFORCED },
    );
    const [port] = await once(worker, "message");
    await send(port, GET);
    await worker.terminate();
  },
  "a worker with a server that exits": async () => {
    const worker = new Worker(
      `require("tsx/cjs/api").register();
       const { serve } = require(${JSON.stringify(new URL("../../../src/serve/serve.ts", import.meta.url).pathname)});
       serve({ port: 0, fetch: () => new Response("x") });
       process.exit(0);`,
      { eval: true, env: UNFORCED },
    );
    await once(worker, "exit");
  },
  "noise instead of requests": async (start) => {
    const server = start({ fetch: (request) => new Response(request.url + request.headers.get("a")) });
    for (const text of [
      "\x16\x03\x01\x00\xa5\x01",
      "\0".repeat(70_000),
      "GET / HTTP/1.1\r\n: v\r\nHost: a\r\n\r\n",
      "GET \xff\xfe HTTP/1.1\r\nHost: \xff\r\na: \xff\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
      `GET /${"a/".repeat(300)} HTTP/1.1\r\nHost: a\r\n\r\n`,
      GET.repeat(200),
    ]) {
      await send(server.port, text);
    }
  },
};

const [, , name] = process.argv;
if (name === undefined) {
  process.stdout.write(JSON.stringify(Object.keys(killers)));
} else {
  process.on("unhandledRejection", (error) => {
    process.stderr.write(`unhandled: ${String(error)}\n`);
    process.exit(3);
  });
  const servers: Server[] = [];
  await killers[name]?.((options) => {
    const server = serve({ port: 0, hostname: "127.0.0.1", development: false, ...options });
    servers.push(server);
    return server;
  });
  const survivor = serve({ port: 0, hostname: "127.0.0.1", fetch: HELLO });
  const text = await (await fetch(survivor.url)).text();
  await Promise.all([survivor, ...servers].map((server) => server.stop(true)));
  process.stdout.write(text);
}
