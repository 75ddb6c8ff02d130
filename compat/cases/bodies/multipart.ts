// @covers Request, FormData
import { brief, listen } from "../../client.ts";
const server = Bun.serve({
  ...listen(),
  async fetch(req: Request) {
    try {
      const form = await req.formData();
      const fields = [];
      for (const [name, value] of form as any) fields.push(typeof value === "string" ? [name, value] : [name, value.constructor.name, value.name, value.type, value.size, await value.text()]);
      return Response.json(fields);
    } catch (error: any) {
      return new Response(`${error.constructor.name} ${error.code ?? ""} ${error.message}`);
    }
  },
});
const part = (head: string, body: string) => `--B\r\n${head}\r\n\r\n${body}\r\n`;
const bodies: Record<string, string> = {
  field: part('Content-Disposition: form-data; name="a"', "1") + "--B--\r\n",
  two: part('Content-Disposition: form-data; name="a"', "1") + part('Content-Disposition: form-data; name="a"', "2") + "--B--\r\n",
  file: part('Content-Disposition: form-data; name="f"; filename="x.txt"\r\nContent-Type: text/plain', "file text") + "--B--\r\n",
  untyped: part('Content-Disposition: form-data; name="f"; filename="x.bin"', "bytes") + "--B--\r\n",
  emptyFile: part('Content-Disposition: form-data; name="f"; filename=""\r\nContent-Type: application/octet-stream', "") + "--B--\r\n",
  unicode: part('Content-Disposition: form-data; name="ü"; filename="日本.txt"', "é") + "--B--\r\n",
  escaped: part('Content-Disposition: form-data; name="a%22b"; filename="c%0Ad"', "x") + "--B--\r\n",
  newlines: part('Content-Disposition: form-data; name="a"', "line\r\nline\n\r\n") + "--B--\r\n",
  dashes: part('Content-Disposition: form-data; name="a"', "--B not a boundary\r\n--Bx") + "--B--\r\n",
  unquoted: part("Content-Disposition: form-data; name=a", "1") + "--B--\r\n",
  lowercase: part('content-disposition: form-data; name="a"', "1") + "--B--\r\n",
  noEnd: part('Content-Disposition: form-data; name="a"', "1"),
  noName: part("Content-Disposition: form-data", "1") + "--B--\r\n",
  noParts: "--B--\r\n",
  nothing: "",
  preamble: "preamble\r\n" + part('Content-Disposition: form-data; name="a"', "1") + "--B--\r\nepilogue",
};
for (const [name, body] of Object.entries(bodies)) {
  console.log(name);
  await brief(server, "POST", "/", { "content-type": "multipart/form-data; boundary=B" }, body);
}
console.log("quoted boundary");
await brief(server, "POST", "/", { "content-type": 'multipart/form-data; boundary="B"' }, bodies.field);
await server.stop(true);
