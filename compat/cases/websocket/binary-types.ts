// @covers ServerWebSocket.binaryType, WebSocketHandler.message
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const log = new Log();
const show = async (name: string, value: any): Promise<void> => {
  if (value instanceof Blob) log.add(`${name} Blob ${value.size} ${JSON.stringify(value.type)} ${await value.text()}`);
  else if (value instanceof ArrayBuffer) log.add(`${name} ArrayBuffer ${value.byteLength} ${Buffer.from(value).toString()}`);
  else log.add(`${name} ${value?.constructor?.name} ${value?.byteOffset} ${value?.byteLength} ${value?.buffer?.byteLength} ${Buffer.isBuffer(value)} ${value}`);
};
const { server, client, ws } = await pair({
  message: async (_: any, value: any) => { await show("message", value); ws.send("next"); },
  ping: async (_: any, value: any) => { await show("ping", value); ws.send("next"); },
  pong: async (_: any, value: any) => { await show("pong", value); ws.send("next"); },
});
for (const type of ["nodebuffer", "arraybuffer", "uint8array", "blob"]) {
  ws.binaryType = type;
  log.add(`--- ${type}`);
  for (const [opcode, payload] of [["binary", "binary"], ["binary", ""], ["text", "text"], ["ping", "ping"], ["ping", ""], ["pong", "pong"], ["pong", ""]] as const) {
    client.send(opcode, payload);
    while (!(await client.next()).includes("next"));
  }
}
log.flush();
client.destroy();
server.stop(true);
