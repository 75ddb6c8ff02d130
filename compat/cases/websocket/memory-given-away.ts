// @covers ServerWebSocket.send, ServerWebSocket.sendBinary, ServerWebSocket.binaryType
// Buffers that were transferred have no bytes; names of kinds of memory.
import { echo, open } from "./_client.ts";

const opened = Promise.withResolvers<any>();
const { server, url } = echo({
  open(ws: any) {
    opened.resolve(ws);
  },
});
const client = await open(url);
const got: string[] = [];
const ended = new Promise<void>((resolve) => {
  client.onmessage = ({ data }: any) => {
    if (data === "end") resolve();
    else got.push(`${data.constructor.name} ${data.length}`);
  };
});
const ws = await opened.promise;
ws.subscribe("t");
const buffer = new ArrayBuffer(8);
const gone = { buffer, bytes: new Uint8Array(buffer), part: new Uint8Array(buffer, 2, 3), words: new Uint16Array(buffer), view: new DataView(buffer) };
structuredClone(buffer, { transfer: [buffer] });
for (const [name, value] of Object.entries(gone)) {
  for (const method of ["send", "sendBinary", "ping"]) {
    console.log(name, method, ws[method](value));
  }
  console.log(name, "publish", server.publish("t", value), ws.publish("t", value), ws.publishBinary("t", value));
}
console.log("empty", ws.send(new Uint8Array(0)), ws.sendBinary(new ArrayBuffer(0)));
ws.send("end");
await ended;
console.log(got.join());
for (const type of ["buffer", "Buffer", "NodeBuffer", "ArrayBuffer", "arrayBuffer", "Uint8Array", "uint8Array", "Blob", "DataView", "Uint16Array"]) {
  ws.binaryType = "nodebuffer";
  try {
    ws.binaryType = type;
  } catch (error: any) {
    console.log(type, error.message);
  }
  console.log(type, ws.binaryType);
}
client.close();
server.stop(true);
