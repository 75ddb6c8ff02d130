// @covers Serve.Options.routes
import { listen, parse, raw } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  routes: {
    "/e": new Response("x", { headers: { ETag: '"e"' } }),
    "/comma": new Response("x", { headers: { ETag: '"a,b"' } }),
    "/bare": new Response("x", { headers: { ETag: "bare" } }),
    "/empty": new Response("x", { headers: { ETag: '""' } }),
    "/none": new Response("x", { headers: { ETag: "" } }),
    "/lower-weak": new Response("x", { headers: { ETag: 'w/"e"' } }),
  },
  fetch: () => new Response("fetch"),
});
const lists = [
  '"e"', 'W/"e"', 'w/"e"', '"a", "e"', '"a","e"', '"a" "e"', '"a";"e"', ', "e"', ',,,"e",', '"e",', "e", "'e'", '"e', 'e"', '"E"', '" e"', '"e" ', "*", "**", '*, "e"', '"e", *', "* ", '"*"',
  '"a,b"', '"a","b"', "a,b", '"a, b"', "bare", '"bare"', '""', '" "', "W/", "W/*", 'W/ "e"', 'W"e"', '"\\"e"', '"e"x, "e"', 'x"e"', '"a', '"a, "e"', "-", "null",
];
for (const path of ["/e", "/comma", "/bare", "/empty", "/none", "/lower-weak"]) {
  for (const list of lists) {
    const statuses: string[] = [];
    for (const field of ["If-None-Match", "If-Match"]) {
      const { status } = parse(await raw(server, `GET ${path} HTTP/1.1\r\nHost: test\r\n${field}: ${list}\r\n\r\n`));
      statuses.push(status.slice(9, 12));
    }
    console.log(path, list, ...statuses);
  }
}
for (const lines of [['"x"', '"y"'], ['"e"', '"x"'], ['"e"', ""]]) {
  const fields = lines.map((line) => `If-None-Match: ${line}\r\n`).join("");
  console.log("two fields", lines.join(" | "), parse(await raw(server, `GET /e HTTP/1.1\r\nHost: test\r\n${fields}\r\n`)).status);
}
await server.stop(true);
