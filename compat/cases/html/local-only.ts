// @covers Serve.Options.routes, Serve.Options.development, Serve.Development.hmr
// Live pages and their files are for this machine; the rest of the server is for everybody.
import { listen, raw, request } from "../../client.ts";
import { get, loaded, page, site } from "./_site.ts";

site({ "i.html": "<title>page</title><script src=m.ts></script>", "m.ts": "console.log(1)" });
const server = Bun.serve({ ...listen(), development: true, routes: { "/": await page("i.html"), "/api": new Response("api") }, fetch: () => new Response("fetch") });
const [script = "/"] = loaded((await get(server, "/")).body);
const hosts = ["localhost", "LOCALHOST", "localhost:1", "127.0.0.1", "[::1]", "[::1]:80", "192.168.1.5", "10.0.0.1:99", "foo.localhost", "a.b.localhost:3", "x.com", "localhost.", "0.0.0.0", "[fe80::1]", "my-mac.local", "foo", "localhost.x.com"];
for (const Host of hosts) {
  const answers: string[] = [];
  for (const path of ["/", script, "/_bun/client/x.js", "/api", "/other"]) {
    const text = await raw(server, request("GET", path, { Host }));
    answers.push(`${text.slice(9, 12)} ${/Blocked.*/.exec(text)?.[0] ?? ""}`.trim());
  }
  console.log(Host, answers.join(", "));
}
const handshake = { Connection: "Upgrade", Upgrade: "websocket", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version": "13" };
for (const [Host, Origin] of [["localhost", null], ["localhost", "http://localhost"], ["localhost", "http://evil.com"], ["localhost:4", "http://localhost:1"], ["localhost", "null"], ["x.com", null], ["127.0.0.1", "http://127.0.0.1:3000"]] as const) {
  const text = await raw(server, request("GET", "/_bun/hmr", { Host, ...(Origin === null ? {} : { Origin }), ...handshake }));
  console.log("hmr", Host, Origin, text.slice(9, 12), /Blocked.*/.exec(text)?.[0]);
}
await server.stop(true);
