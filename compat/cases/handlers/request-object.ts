// @covers Serve.Options.fetch, Request
import { brief, listen } from "../../client.ts";
const server = Bun.serve({
  ...listen(),
  fetch(req: any) {
    return Response.json({
      class: req.constructor.name, instance: req instanceof Request, method: req.method, url: req.url, destination: req.destination, referrer: req.referrer, mode: req.mode, credentials: req.credentials,
      cache: req.cache, redirect: req.redirect, integrity: req.integrity, keepalive: req.keepalive, bodyUsed: req.bodyUsed, body: req.body === null ? "null" : typeof req.body,
      signal: req.signal?.constructor.name, aborted: req.signal?.aborted, headers: req.headers.constructor.name, params: typeof req.params, cookies: typeof req.cookies, tag: Object.prototype.toString.call(req),
      sameHeaders: req.headers === req.headers, sameSignal: req.signal === req.signal, sameUrl: req.url === req.url,
    });
  },
});
await brief(server, "GET", "/a/b?c=d", { host: "host.test" });
await brief(server, "POST", "/a", { host: "host.test" }, "body");
await brief(server, "POST", "/a", { host: "host.test" }, "");
await server.stop(true);
