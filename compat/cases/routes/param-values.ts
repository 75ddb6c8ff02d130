// @covers BunRequest.params
import { listen, parse, raw } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  routes: {
    "/v/:x": (request: any) => new Response([...request.params.x].map((one: string) => (one.codePointAt(0) ?? 0).toString(16)).join(" ")),
  },
  fetch: () => new Response("fetch"),
});
for (const value of [
  "a", "%41", "%4", "%", "%%", "%zz", "%4g", "%g4", "a%", "%25", "%2541", "%25%34%31", "+", "%2B", "%20", "%00", "a%00b", "%0d%0a", "%7f", "%80", "%C3%BC", "%c3%bc",
  "%C3", "%C3%", "%C3%4", "%C3%41", "%C3%C3", "%E2%82%AC", "%E2%82", "%E2", "%F0%9F%98%80", "%F0%9F%98", "%F0%9F", "%ED%A0%80", "%ED%B0%80", "%C0%80", "%C0%AF", "%E0%80%AF", "%F4%90%80%80",
  "%FE%FF", "%EF%BB%BF", "%EF%BB%BFa", "a%EF%BB%BF", "%EF%BF%BE", "%u0041", "&amp;", "%26", "a%2Fb", "..%2f..", "%5C", "%3Fx", "%23x", "%3A", "%2A", "a%20b%20c", "%e2%80%ae", "%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9",
]) {
  const { status, body } = parse(await raw(server, `GET /v/${value} HTTP/1.1\r\nHost: test\r\n\r\n`));
  console.log(value, status.slice(9), body);
}
await server.stop(true);
