// @covers WebSocketHandler.message
// The client class, against a server of the same program.
import { echo, watch } from "./_client.ts";

const { server, url } = echo();
const runs: Record<string, [any, (socket: any) => void]> = {
  basic: [undefined, (socket) => { socket.send("hi"); socket.send(new Uint8Array([65, 66])); socket.send("close"); }],
  protocols: [["a", "b"], (socket) => { console.log("  protocol", socket.protocol); socket.close(); }],
  protocol: ["only", (socket) => { console.log("  protocol", socket.protocol); socket.close(4002, "mine"); }],
  options: [{ headers: { "X-A": "1", Authorization: "Bearer x" }, protocols: ["q"], perMessageDeflate: false }, (socket) => { socket.send("headers"); socket.send("close"); }],
  "Headers object": [{ headers: new Headers({ "x-b": "2" }), perMessageDeflate: false }, (socket) => { socket.send("headers"); socket.send("close"); }],
  "terminated by the server": [undefined, (socket) => socket.send("terminate")],
  terminate: [undefined, (socket) => socket.terminate()],
};
for (const [name, [options, opened]] of Object.entries(runs)) {
  console.log(name);
  await watch(new WebSocket(url, options), opened);
}
console.log("refused");
await watch(new WebSocket("ws://127.0.0.1:1/"));
console.log("403");
await watch(new WebSocket(`${url}no`));
console.log("closed while connecting");
const early = new WebSocket(url);
const events = watch(early);
early.close();
console.log(early.readyState);
await events;
server.stop(true);
