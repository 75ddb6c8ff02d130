// @covers Request
import { brief, listen } from "../../client.ts";
const server = Bun.serve({
  ...listen(),
  async fetch(req: any) {
    const how = new URL(req.url).pathname.slice(1);
    const value = await req[how]();
    const shown = value instanceof ArrayBuffer ? `ArrayBuffer ${[...new Uint8Array(value)]}` : value instanceof Uint8Array ? `${value.constructor.name} ${[...value]}` : value instanceof Blob ? `Blob ${value.type} ${value.size} ${await value.text()}` : value instanceof FormData ? `FormData ${JSON.stringify([...value])}` : JSON.stringify(value);
    return new Response(`${shown} used ${req.bodyUsed}`);
  },
});
for (const how of ["text", "json", "bytes", "arrayBuffer", "blob"]) await brief(server, "POST", `/${how}`, { "content-type": "application/json" }, '{"a":"é"}');
for (const how of ["text", "bytes", "arrayBuffer", "blob"]) await brief(server, "POST", `/${how}`, {}, "");
for (const how of ["text", "bytes", "arrayBuffer", "blob"]) await brief(server, "GET", `/${how}`);
for (const how of ["text", "bytes"]) await brief(server, "POST", `/${how}`, {}, new Uint8Array([0xef, 0xbb, 0xbf, 0x41, 0xff]));
await brief(server, "POST", "/blob", { "content-type": "Text/Plain; Charset=X" }, "x");
await server.stop(true);
