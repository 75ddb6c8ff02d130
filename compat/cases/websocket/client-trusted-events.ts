// @covers WebSocket
// The client class: members of its events, and how the console shows them.
const server: any = Bun.serve({
  port: 0,
  fetch: (req, server: any): any => server.upgrade(req) || new Response("no"),
  websocket: {
    message(ws: any, message: any) {
      if (message === "end") ws.close(4000, "bye");
      else ws.send(message);
    },
  } as any,
});
const url = server.url.href.replace("http", "ws");
const socket: any = new WebSocket(url);
const show = (event: any): void => {
  console.log(event.type, event.constructor.name, event.isTrusted, Object.keys(event).join(), event.target === socket);
};
for (const name of ["open", "message", "pong", "error", "close"]) socket.addEventListener(name, show);
await new Promise((resolve) => { socket.onopen = resolve; });
const next = () => new Promise<any>((resolve) => { socket.onmessage = resolve; });

let come = next();
socket.send("text");
console.log(await come);
come = next();
socket.send(new Uint8Array([1, 2]));
const bytes = await come;
console.log([bytes]);
// Memory of its own.
console.log(bytes.data.byteOffset, bytes.data.buffer.byteLength);

// A Blob goes in its turn.
const got: string[] = [];
const three = new Promise<void>((resolve) => {
  socket.onmessage = ({ data }: any) => got.push(String(data)) === 3 && resolve();
});
socket.send("one");
socket.send(new Blob(["tw", "o"]));
socket.send("three");
await three;
console.log(got.join());

for (const [name, value] of Object.entries({
  undefined, null: null, number: 5, object: {}, shared: new SharedArrayBuffer(2), symbol: Symbol("s"),
})) {
  for (const method of ["send", "ping"]) {
    try {
      if (method === "ping" || value === undefined || name === "shared" || name === "symbol") socket[method](value);
    } catch (error: any) {
      console.log(method, name, error.name, error.code);
    }
  }
}
const ended = new Promise<any>((resolve) => { socket.onclose = resolve; });
socket.send("end");
console.log((await ended).code);

const made = new WebSocket("ws://127.0.0.1:1");
console.log(made);
await new Promise<void>((resolve) => {
  made.onerror = (event: any) => console.log(event.isTrusted, Object.prototype.toString.call(event));
  made.onclose = (event: any) => {
    console.log(event.isTrusted, Object.prototype.toString.call(event));
    resolve();
  };
});
const fake = new MessageEvent("message", { data: { a: [1] } });
console.log(fake, fake.isTrusted, { deep: { fake } });
console.log(new ErrorEvent("error", { message: "why", error: 5 }));
server.stop(true);
