// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import http2 from "node:http2";
import net from "node:net";
import { ask } from "./_client.ts";

const server = Bun.serve({ unix: "app.sock", http2: true, fetch: () => new Response("over unix") } as any);
const client = http2.connect("http://localhost", { createConnection: () => net.connect("app.sock") });
console.log(await ask(client, { ":path": "/" }));
client.destroy();
await server.stop(true);
process.exit(0);
