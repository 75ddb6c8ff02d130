// @covers WebSocketHandler.message
import { frame } from "../../frames.ts";
import { pair } from "./_pair.ts";

const { server, client } = await pair({ message: (ws: any, message: any) => { ws.send(message); } });
client.send("text", "a", { fin: false }).send("continuation", "b", { fin: false }).send("ping", "between").send("continuation", "c");
console.log(await client.take(2));
client.send("binary", "a", { fin: false }).send("continuation", "", { fin: false }).send("continuation", "b");
console.log(await client.next());
const umlaut = Buffer.from("\u00fc\u{1F600}");
for (let i = 0; i < umlaut.length; i++) client.send(i === 0 ? "text" : "continuation", umlaut.subarray(i, i + 1), { fin: i === umlaut.length - 1 });
console.log(await client.next());
client.send("text", "", { fin: false }).send("continuation", "");
console.log(await client.next());
const bytes = frame("text", "one byte at a time");
for (const byte of bytes) {
  client.write(Uint8Array.of(byte));
  await new Promise((resolve) => setImmediate(resolve));
}
console.log(await client.next());
client.write(Buffer.concat([frame("text", "three"), frame("text", "in"), frame("text", "one")]));
console.log(await client.take(3));
for (const size of [125, 126, 127, 65_535, 65_536, 200_000]) {
  client.send("binary", new Uint8Array(size));
  console.log(await client.next());
}
client.destroy();
server.stop(true);
