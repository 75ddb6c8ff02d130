// @covers Serve.HostnamePortServeOptions.http2
// @difference http2-dropped-fields
// @env BUNSHIM_WIRE=
// Fields that are empty, and names and values that no field may have (RFC 9110 section 5).
import { type Field, headers, request, talk } from "./_frames.ts";

let seen = "";
const server = Bun.serve({
  port: 0,
  http2: true,
  fetch(request: Request) {
    seen = JSON.stringify([...request.headers].filter(([name]) => name !== "host"));
    return new Response("served");
  },
} as any);
const fields: Field[] = [
  ["v", "tab\tinside"],
  ["v", "\xff"],
  ["v", ""],
  ["v", "\0"],
  ["v", "line\nfeed"],
  ["v", "carriage\rreturn"],
  ["v", "\x1f"],
  ["v", " before"],
  ["v", "after\t"],
  ["under_score", "1"],
  ["a b", "1"],
  ["a:b", "1"],
  ["(a)", "1"],
  ["\xff", "1"],
];
for (const field of fields) {
  seen = "";
  const end = await talk(server.port ?? 0, [headers(1, request("/", [field, ["last", "1"]]))], /RST|GOAWAY|end$/);
  console.log(JSON.stringify(field), end, seen);
}
await server.stop(true);
process.exit(0);
