// @covers WebSocketHandler.perMessageDeflate
// @difference websocket-deflate-terms uws
import { FrameClient } from "../../frames.ts";

const offers = ["permessage-deflate", "permessage-deflate; client_max_window_bits", "permessage-deflate; server_no_context_takeover; client_no_context_takeover", "permessage-deflate; client_max_window_bits=10; server_max_window_bits=10", "permessage-deflate; server_max_window_bits=15", "permessage-deflate; unknown", "permessage-deflate; server_max_window_bits=7", "permessage-deflate; server_max_window_bits=10, permessage-deflate", "x-webkit-deflate-frame", "permessage-foo, permessage-deflate", "foo; bar=baz", "permessage-deflate;client_no_context_takeover", null];
const settings: any[] = [undefined, false, true, {}, { compress: true }, { decompress: true }, { compress: "dedicated", decompress: "dedicated" }, { compress: "shared", decompress: "32KB" }, { compress: "3KB", decompress: "3KB" }, { compress: "disable", decompress: "disable" }, { compress: false }, { compress: "disable", decompress: "shared" }, { compress: "256KB", decompress: "8KB" }, { decompress: "64KB" }];
for (const perMessageDeflate of settings) {
  const server = Bun.serve({ port: 0, fetch: (req, server: any) => (server.upgrade(req) ? undefined as any : new Response("")), websocket: { message() {}, ...(perMessageDeflate !== undefined && { perMessageDeflate }) } });
  console.log(JSON.stringify(perMessageDeflate));
  for (const offer of offers) {
    const client = await FrameClient.open(server, { headers: { "Sec-WebSocket-Extensions": offer } });
    console.log(" ", offer, "->", client.fields.filter((line) => /extensions/i.test(line)).join());
    client.destroy();
  }
  server.stop(true);
}
