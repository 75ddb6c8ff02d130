// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
// Too many or too long fields are refused with 431; a flood of them ends the connection.
import { ask, connect } from "./_client.ts";
import { type Field, headers, request, talk } from "./_frames.ts";

const server = Bun.serve({
  port: 0,
  http2: true,
  fetch: (request: Request) => new Response(String([...request.headers].length)),
} as any);
const port = server.port ?? 0;
const many = (count: number): Field[] => Array.from({ length: count }, (_, at) => [`x-${at}`, "1"]);
for (const count of [100, 190, 196, 197, 300, 396, 397, 600])
  console.log(count, await talk(port, [headers(1, request("/", many(count)))], /end$|GOAWAY/));
for (const size of [8_000, 16_000, 16_300, 16_400, 20_000, 32_600, 33_000, 60_000])
  console.log(size, await talk(port, [headers(1, request("/", [["x", "y".repeat(size)]]))], /end$|GOAWAY/));
console.log(
  await talk(port, [headers(1, request("/", many(300))), headers(3, request("/"))], /DATA 3.* end$|GOAWAY/),
);
const client = connect(server);
console.log(await ask(client, { ":path": "/", x: "y".repeat(17_000) }));
console.log(await ask(client, { ":path": "/" }));
client.destroy();
await server.stop(true);
process.exit(0);
