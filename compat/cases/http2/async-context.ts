// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { AsyncLocalStorage } from "node:async_hooks";
import { ask, connect } from "./_client.ts";

const storage = new AsyncLocalStorage<string>();
const server = Bun.serve({
  port: 0,
  http2: true,
  fetch(request: Request) {
    const before = storage.getStore();
    storage.enterWith(new URL(request.url).pathname);
    return new Response(String(before));
  },
} as any);
const client = connect(server);
for (const path of ["/a", "/b", "/c"]) console.log(await ask(client, { ":path": path }));
client.destroy();
await server.stop(true);
process.exit(0);
