// @covers ServerWebSocket.ping, ServerWebSocket.pong
// @difference websocket-pong uws
import { attempt } from "../../client.ts";
import { pair } from "./_pair.ts";

const { server, client, ws } = await pair();
const values: Record<string, unknown[]> = {
  nothing: [],
  undefined: [undefined],
  null: [null],
  text: ["text"],
  umlaut: ["\u00fc"],
  empty: [""],
  bytes: [new Uint8Array([65, 66, 67]).subarray(1)],
  buffer: [new Uint8Array([65, 66]).buffer],
  blob: [new Blob(["blob"])],
  number: [5],
  object: [{}],
  "125 bytes": ["x".repeat(125)],
  "126 bytes": ["x".repeat(126)],
  "126 bytes, binary": [new Uint8Array(126)],
  "300 bytes": ["y".repeat(300)],
};
for (const method of ["ping", "pong"]) {
  console.log(`--- ${method}`);
  for (const [name, given] of Object.entries(values)) {
    await attempt(name, () => ws[method](...given));
    ws.send("|");
    for (;;) {
      const next = await client.next();
      if (next === 'text "|"' || next.startsWith("<")) break;
      console.log("  ", next);
    }
  }
}
client.destroy();
server.stop(true);
