// @covers listen, connect
// Sockets of TCP and of the unix domain.
import { tmpdir } from "node:os";
import { join } from "node:path";

const failure = async (name: string, run: () => unknown): Promise<void> => {
  try {
    await run();
    console.log(name, "went well");
  } catch (error) {
    const { name: kind, code, message } = error as NodeJS.ErrnoException;
    console.log(name, kind, code, message);
  }
};

/** Sends a text and gives all that comes until the other side closes. */
const ask = (target: { hostname: string; port: number } | { unix: string }, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let received = "";
    Bun.connect({
      ...("unix" in target && target.unix ? { unix: target.unix } : { hostname: "127.0.0.1", port: (target as { port: number }).port }),
      socket: {
        open: (socket) => void socket.write(text),
        data: (_, data) => void (received += data),
        close: () => resolve(received),
        connectError: (_, error) => reject(error),
      },
    }).catch(reject);
  });

const closed = Promise.withResolvers<unknown[]>();
const server = Bun.listen<{ count: number }>({
  hostname: "127.0.0.1",
  port: 0,
  data: { count: 1 },
  socket: {
    open(socket) {
      console.log("open", socket.data, socket.remoteAddress, socket.localPort === server.port, socket.readyState);
      socket.data = { count: 2 };
    },
    data(socket, data) {
      console.log("data", data.constructor.name, String(data), socket.data);
      console.log("written", socket.write(`echo ${data}`), socket.write(Buffer.from("12345"), 1, 2));
      socket.end("!");
      console.log("after the end", socket.write("x"));
    },
    close(socket, error) {
      closed.resolve(["close", error, socket.readyState]);
    },
  },
});
console.log(server.hostname, typeof server.port, server.unix, server.data);
console.log(await ask(server, "hello"));
console.log(...(await closed.promise));

server.reload({ socket: { data: (socket, data) => void socket.end(`reloaded ${data}`) } });
console.log(await ask(server, "again"));

await failure("port taken", () => Bun.listen({ hostname: "127.0.0.1", port: server.port, socket: { data() {} } }));
await failure("nothing", () => Bun.listen(undefined as never));
await failure("no handlers", () => Bun.listen({ hostname: "127.0.0.1", port: 0 } as never));
await failure("no handler", () => Bun.listen({ hostname: "127.0.0.1", port: 0, socket: {} }));
await failure("no host", () => Bun.listen({ port: 0, socket: { data() {} } } as never));
await failure("no port", () => Bun.listen({ hostname: "127.0.0.1", socket: { data() {} } } as never));
const port = server.port;
server.stop(true);
await failure("nobody listens", () =>
  Bun.connect({
    hostname: "127.0.0.1",
    port,
    socket: { data() {}, connectError: (_, error) => console.log("connectError", (error as NodeJS.ErrnoException).code) },
  }),
);

// What a handler throws goes to the error handler; bytes come in the form that was asked for.
const throwing = Bun.listen({
  hostname: "127.0.0.1",
  port: 0,
  socket: {
    binaryType: "uint8array",
    data(_, data) {
      throw new Error(`${data.constructor.name} ${data.length}`);
    },
    error(socket, error) {
      socket.end(`error: ${error.message}`);
    },
  },
});
console.log(await ask(throwing, "abc"));
throwing.stop();

// More than fits into the buffers of the system arrives whole.
const size = 4_000_000;
const send = (socket: Bun.Socket<number>): void => {
  socket.data += Math.max(0, socket.write(Buffer.alloc(size - socket.data, "x")));
  if (socket.data === size) socket.end();
};
const sender = Bun.listen<number>({
  hostname: "127.0.0.1",
  port: 0,
  data: 0,
  socket: {
    data: (socket) => send(socket),
    drain: (socket) => send(socket),
  },
});
console.log((await ask(sender, "go")).length === size);
sender.stop();

const unix = join(tmpdir(), `tcp-${process.pid}.sock`);
const local = Bun.listen({ unix, socket: { data: (socket, data) => void socket.end(`local ${data}`) } });
console.log(local.unix === unix, local.port, await ask({ unix }, "hi"));
local.stop();
