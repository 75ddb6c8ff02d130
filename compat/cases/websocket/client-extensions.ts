// @covers WebSocket
// The client class: what was agreed on with a server.
import { echo, open } from "./_client.ts";

for (const perMessageDeflate of [undefined, false, true, {}, { compress: true }, { decompress: true }, { compress: "dedicated", decompress: "dedicated" }, { compress: "3KB", decompress: "4KB" }]) {
  const { server, url } = echo({ perMessageDeflate });
  for (const options of [undefined, { perMessageDeflate: false }]) {
    const client = await open(url, options);
    const answer = new Promise((resolve) => {
      client.onmessage = ({ data }: any) => resolve(data.length);
    });
    client.send("x".repeat(2000));
    console.log(JSON.stringify(perMessageDeflate), JSON.stringify(options), JSON.stringify(client.extensions), await answer);
    client.close();
  }
  server.stop(true);
}
