// @covers Server
// Methods and getters without their server say what they miss.
import { attempt } from "../../client.ts";
const server: any = Bun.serve({ port: 0, fetch: () => new Response("x") });
for (const name of ["stop", "reload", "fetch", "requestIP", "timeout", "publish", "subscriberCount", "upgrade", "ref", "unref", "closeIdleConnections"]) {
  const method = server[name];
  console.log(name, method.length, method.name);
  await attempt("of an object", () => method.call({}, new Request("http://x"), 1));
  await attempt("of nothing", () => method.call(undefined, new Request("http://x"), 1));
}
const prototype = Object.getPrototypeOf(server);
for (const name of ["port", "hostname", "url", "id", "development", "pendingRequests", "pendingWebSockets", "address", "protocol"]) {
  await attempt(name, () => Reflect.get(prototype, name, {}));
  const { enumerable, configurable, get } = Object.getOwnPropertyDescriptor(prototype, name)!;
  console.log(enumerable, configurable, typeof get);
}
await server.stop(true);
