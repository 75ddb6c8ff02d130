// @covers ServerWebSocket.publish, ServerWebSocket.subscribe, Server.publish, Server.subscriberCount
import { pair } from "./_pair.ts";

const { server, client, ws } = await pair();
ws.subscribe("t");
for (const m of ["send","sendText","sendBinary","subscribe","unsubscribe","isSubscribed","publish","publishText","publishBinary","cork"]) {
  for (const args of [[], [undefined], [null], [5], ["t"], ["t", 5], ["t","x","y"], ["t","x",null], ["t","x",0], [Symbol("q")], ["", ""], [{}], [new Uint8Array(200)], ["t", new Uint8Array(3)], ["t", new Uint8Array(3), true], ["t", "x", true], ["t","x",false], ["t", null], ["t", undefined], [new String("t"), "x"], ["t", new Blob(["b"])], ["t", new ArrayBuffer(2)], ["t", {}], [()=>5]]) {
    let r; try { r = (ws as any)[m](...args); } catch (e: any) { r = `${e.name} ${e.code} ${e.message}`; }
    console.log(m, args.length, args.map((x: any) => typeof x).join(), String(r));
  }
}
for (const m of ["publish", "subscriberCount"]) for (const args of [[], [undefined], [null], [5], ["t"], ["t", 5], ["t","x","y"], ["t","x",null], ["t","x",0], [Symbol("q")], ["", ""], [{}], ["t", new Uint8Array(3)], ["t", new Uint8Array(3), true], ["t", "x", true], ["t", null], ["t", undefined], [new String("t"), "x"], ["t", new Blob(["b"])], ["t", new ArrayBuffer(2)], ["t", {}], [()=>5], [""], ["none"], ["none", "x"]]) {
    let r; try { r = (server as any)[m](...args); } catch (e: any) { r = `${e.name} ${e.code} ${e.message}`; }
    console.log("server", m, args.length, args.map((x: any) => typeof x).join(), String(r));
}
client.close(); console.log(await client.rest());
server.stop(true);
