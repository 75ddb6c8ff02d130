// @covers WebSocketHandler.message
import { closed, echo, open } from "./_client.ts";

const { server, url } = echo();
for (const type of ["nodebuffer", "arraybuffer", "blob", "uint8array", "x"]) {
  const socket = await open(url);
  socket.binaryType = type;
  const message = new Promise<any>((resolve) => { socket.onmessage = resolve; });
  socket.send(new Uint16Array([65, 66]).subarray(1));
  const { data } = await message;
  console.log(type, socket.binaryType, data.constructor.name, data.byteLength ?? data.size, data instanceof Blob ? await data.text() : Buffer.from(data).toString("hex"));
  const over = closed(socket);
  socket.close();
  await over;
}
const socket = await open(url);
const seen: string[] = [];
const done = new Promise<void>((resolve) => {
  socket.onmessage = (event: any) => {
    seen.push(`${typeof event.data} ${event.data}`);
    if (seen.length === 8) resolve();
  };
});
for (const value of ["text", "", 5, null, {}, new Uint8Array([65]).buffer, new DataView(new ArrayBuffer(1)), true]) socket.send(value);
await done;
console.log(seen.join("\n"));
socket.terminate();
server.stop(true);
