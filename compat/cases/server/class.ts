// @covers Bun.serve
const server: any = Bun.serve({ port: 0, fetch: () => new Response("x") });
const members = new Set<string>();
for (let at = Object.getPrototypeOf(server); at && at !== Object.prototype; at = Object.getPrototypeOf(at))
  for (const name of Object.getOwnPropertyNames(at)) members.add(name);
for (const name of ["address", "closeIdleConnections", "development", "fetch", "hostname", "id", "pendingRequests", "pendingWebSockets", "port", "protocol", "publish", "ref", "reload", "requestIP", "stop", "subscriberCount", "timeout", "unref", "upgrade", "url"])
  console.log(name, name in server);
console.log(String(server));
server.stop(true);
