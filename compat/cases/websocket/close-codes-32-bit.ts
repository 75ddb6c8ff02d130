// @covers ServerWebSocket.close
import { pair } from "./_pair.ts";

for (const a of [2**31, 2**32, 2**32+5, -(2**31)-1, -Infinity, 1e20, 2**53, -0, 0.5, -1.5]) {
  const h = Promise.withResolvers<string>();
  const { server, client, ws } = await pair({ close(_: any, c: number, r: string) { h.resolve(`${c} ${JSON.stringify(r)}`); } });
  console.log(a, ws.close(a, "r"), await h.promise, await client.rest()); server.stop(true);
}
const { server, client, ws } = await pair();
const W = Object.getPrototypeOf(ws);
ws.terminate();
for (const m of ["send","sendText","sendBinary","subscribe","unsubscribe","isSubscribed","publish","publishText","publishBinary","ping","pong","close","cork","terminate"]) {
  for (const args of [[], [undefined], [null], [5], ["t"], ["t", 5], ["t","x","y"], [Symbol("q")], ["", ""], [{}], [new Uint8Array(200)]]) {
    let r; try { r = ws[m](...args); } catch (e: any) { r = `${e.name} ${e.code} ${e.message}`; }
    console.log(m, args.length, args.map((x: any) => typeof x).join(), String(r));
  }
}
server.stop(true);
