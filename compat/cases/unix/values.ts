// @covers Serve.UnixServeOptions.unix
import { attempt } from "../../client.ts";

const values: unknown[] = [
  undefined,
  null,
  "",
  false,
  0,
  5,
  true,
  ["array.sock"],
  Buffer.from("buffer.sock"),
  new URL("file:///no/such.sock"),
];
for (const unix of values)
  await attempt(`${typeof unix} ${String(unix)}`, () => {
    const server = Bun.serve({ port: 0, unix, fetch: () => new Response("x") } as any);
    const seen = `${server.port === undefined} ${server.port === undefined ? JSON.stringify(server.address) : ""}`;
    server.stop(true);
    return seen;
  });
for (const hostname of ["localhost", "", undefined, null])
  await attempt(`hostname ${hostname}`, () => {
    const server = Bun.serve({ unix: "host.sock", hostname, fetch: () => new Response("x") } as any);
    const seen = `${server.hostname} ${server.port}`;
    server.stop(true);
    return seen;
  });
