// @covers Server.stop, ServerWebSocket.publish
// While stop(true) closes all sockets, the close handlers of some reach nobody by their own publish.
import { echo, open } from "./_client.ts";

for (const publishToSelf of [false, true]) {
  let kept: any;
  const { server, url } = echo({
    publishToSelf,
    open(ws: any) {
      ws.subscribe("room");
      kept = ws;
    },
    close(ws: any, code: number) {
      console.log("close", code, ws.publish("room", "left"), server.subscriberCount("room"), server.publish("room", "srv"));
    },
  });
  const clients = [await open(`${url}a`), await open(`${url}b`), await open(`${url}c`)];
  const got: string[] = [];
  for (const client of clients) client.onmessage = ({ data }: any) => got.push(data);
  const ends = clients.map((client) => new Promise((resolve) => { client.onclose = resolve; }));
  clients[0].close();
  await ends[0];
  got.length = 0;
  await server.stop(true);
  await Promise.all(ends);
  console.log(got.filter((message) => message === "left").length, kept.publish("room", "x"));
}
