// @covers Serve.Options.routes
import { ask, named } from "./_routes.ts";

await ask(
  "per method",
  {
    "/m": { GET: named("g"), POST: named("p") },
    "/s": { GET: new Response("sg"), PUT: new Response("sp") },
    "/h": { HEAD: named("hh") },
    "/o": { OPTIONS: named("o") },
    "/st": new Response("st"),
    "/fn": named("fn"),
  },
  ["/m", "/s", "/h", "/o", "/st", "/fn"].flatMap((path) =>
    ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PURGE", "PATCH"].map(
      (method) => `${method} ${path}`,
    ),
  ),
);
await ask(
  "async",
  {
    "/a": async () => new Response("async"),
    "/b": () => new Promise((resolve) => setTimeout(resolve, 2, new Response("later"))),
    "/c": () => Promise.resolve(new Response("resolved")),
  },
  ["/a", "/b", "/c"],
);
await ask(
  "arguments",
  {
    "/a": function (this: any, ...args: any[]) {
      return new Response([args.length, typeof args[1]?.stop, this === args[1]].join());
    },
    "/b/:x": {
      GET(this: any, ...args: any[]) {
        return new Response([args.length, typeof args[1]?.stop, this === args[1]].join());
      },
    },
  },
  ["/a", "/b/1"],
);
await ask("a class as value", { "/a": class A {} }, ["/a"]).catch((error) => console.log(error.name));
