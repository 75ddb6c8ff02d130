// @covers Response
// What HEAD tells of a reply without content: frameworks take the content of GET's reply away and keep its fields.
import { exchange, listen } from "../../client.ts";

const contents: Record<string, () => BodyInit | null> = {
  null: () => null,
  "an empty string": () => "",
  "no bytes": () => new Uint8Array(0),
  "an empty blob": () => new Blob([]),
  text: () => "abc",
};
const claims: Record<string, string>[] = [
  {},
  { "content-length": "77" },
  { "transfer-encoding": "chunked" },
  { "content-length": "77", "transfer-encoding": "chunked" },
  { "transfer-encoding": "" },
];
const server = Bun.serve({
  ...listen(),
  fetch(request) {
    const [, name = "", claim = "0"] = new URL(request.url).pathname.split("/");
    return new Response(contents[decodeURIComponent(name)]?.() ?? null, { headers: claims[Number(claim)] });
  },
});
for (const name of Object.keys(contents)) {
  for (const [index, claim] of claims.entries()) {
    for (const method of ["GET", "HEAD"]) {
      console.log(method, name, JSON.stringify(claim));
      await exchange(server, method, `/${encodeURIComponent(name)}/${index}`);
    }
  }
}
server.stop(true);
