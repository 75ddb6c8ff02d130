// @covers Serve.Options.routes
import { listen, raw } from "../../client.ts";
import { folder, put } from "./_reply.ts";

const dir = folder();
const server = Bun.serve({
  ...listen(),
  routes: {
    "/file": Bun.file(put(`${dir}/a.txt`, "first")),
    "/big": Bun.file(put(`${dir}/big.txt`, "b".repeat(200_000))),
    "/d/*": { dir },
  },
  fetch: () => new Response("fetch"),
});
const one = (method: string, path: string, fields = "") =>
  `${method} ${path} HTTP/1.1\r\nHost: test\r\n${fields}\r\n`;
const bodies = (text: string) =>
  text
    .split(/HTTP\/1\.1 /)
    .slice(1)
    .map((reply) => {
      const [head = "", body = ""] = reply.split("\r\n\r\n");
      return `${head.slice(0, 3)} ${body.length > 20 ? body.length : body}`;
    })
    .join(" | ");
console.log(bodies(await raw(server, one("GET", "/file").repeat(3))));
console.log(
  bodies(
    await raw(
      server,
      one("GET", "/file") +
        one("HEAD", "/file") +
        one("GET", "/file", "Range: bytes=1-2\r\n") +
        one("GET", "/file", "Range: bytes=99-\r\n") +
        one("GET", "/file", "If-None-Match: *\r\n") +
        one("GET", "/file"),
    ),
  ),
);
console.log(bodies(await raw(server, one("GET", "/big") + one("GET", "/file"), { replies: 2 })));
console.log(
  bodies(
    await raw(
      server,
      one("GET", "/d/a.txt") +
        one("GET", "/d/nope") +
        one("GET", "/d/big.txt") +
        one("GET", "/d/../x") +
        one("GET", "/d/a.txt"),
    ),
  ),
);
console.log(
  bodies(
    await raw(
      server,
      `POST /file HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nhello${one("GET", "/file")}`,
      { replies: 2 },
    ),
  ),
);
console.log(
  (await raw(server, one("GET", "/file", "Connection: close\r\n"), { close: true })).endsWith(
    "first<closed>",
  ),
);
console.log(
  (await raw(server, one("GET", "/big", "Connection: close\r\n"), { close: true })).endsWith("bbb<closed>"),
);
await server.stop(true);
