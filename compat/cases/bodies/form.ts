// @covers Request, FormData
import { brief, listen } from "../../client.ts";
const server = Bun.serve({
  ...listen(),
  async fetch(req: Request) {
    try {
      const form = await req.formData();
      return Response.json([...form].map(([name, value]) => [name, typeof value === "string" ? value : { name: value.name, type: value.type, size: value.size }]));
    } catch (error: any) {
      return new Response(`${error.constructor.name} ${error.code ?? ""} ${error.message}`);
    }
  },
});
const url = "application/x-www-form-urlencoded";
for (const body of ["a=1&b=2", "a=1&a=2", "a=%C3%A9+x", "a", "=", "", "a=1&&b=", "a=%zz", "é=ü"]) await brief(server, "POST", "/", { "content-type": url }, body);
await brief(server, "POST", "/", { "content-type": `${url}; charset=utf-8` }, "a=1");
for (const type of ["text/plain", "application/json", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x"]) await brief(server, "POST", "/", { "content-type": type }, "a=1");
await brief(server, "POST", "/", {}, "a=1");
await server.stop(true);
