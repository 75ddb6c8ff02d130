// @covers Serve.Options.routes
import { brief, listen } from "../../client.ts";

const many = Array.from({ length: 60 }, (_, i) => `/:p${i}`).join("");
const server = Bun.serve({
  ...listen(),
  routes: {
    [many]: (request: any) => new Response(`${Object.keys(request.params).length} ${request.params.p0} ${request.params.p59}`),
    "/deep/*": () => new Response("deep"),
    [`/literal${"/x".repeat(90)}`]: new Response("literal"),
    "/:a/:b/:c/end": (request: any) => new Response(JSON.stringify(request.params)),
    "/:a/:b/*": (request: any) => new Response(`rest ${JSON.stringify(request.params)}`),
  } as any,
  fetch: () => new Response("fetch"),
});
for (const [label, path] of [
  ["60", Array.from({ length: 60 }, (_, i) => `/v${i}`).join("")],
  ["59", "/v".repeat(59)],
  ["61", "/v".repeat(61)],
  ["60 and slash", `${"/v".repeat(60)}/`],
  ["deep 1500", `/deep${"/y".repeat(1500)}`],
  ["literal 90", `/literal${"/x".repeat(90)}`],
  ["end", "/1/2/3/end"],
  ["not end", "/1/2/3/not"],
  ["two", "/1/2"],
  ["two and slash", "/1/2/"],
  ["slashes", "/".repeat(500)],
] as const) {
  console.log(label);
  await brief(server, "GET", path);
}
await server.stop(true);
