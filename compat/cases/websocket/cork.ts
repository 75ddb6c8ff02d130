// @covers ServerWebSocket.cork
import { attempt } from "../../client.ts";
import { pair } from "./_pair.ts";

const { server, client, ws } = await pair();
await attempt("returns", () => ws.cork((inner: any) => { inner.send("a"); inner.send("b"); return `${inner === ws}`; }));
await attempt("throws", () => ws.cork(() => { ws.send("c"); throw new Error("in cork"); }));
await attempt("nested", () => ws.cork(() => ws.cork(() => ws.send("dd"))));
await attempt("async", () => ws.cork(async () => { ws.send("e"); await 1; ws.send("f"); return "later"; }));
await attempt("this", () => ws.cork(function (this: any, ...given: any[]) { return `${this === ws} ${typeof this} ${given.length}`; }));
await attempt("closing", () => ws.cork(() => { ws.send("g"); ws.close(4000, "in cork"); return ws.send("h"); }));
console.log(await client.rest());
server.stop(true);
