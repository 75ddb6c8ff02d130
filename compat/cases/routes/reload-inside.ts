// @covers Server.reload
import { brief, listen } from "../../client.ts";

// A handler that swaps the table it was called from: its own reply is not touched, the next request sees the new one.
const server: any = Bun.serve({
  ...listen(),
  development: false,
  routes: {
    "/swap": (_request: Request, given: any) => {
      given.reload({ routes: { "/swap": new Response("second") }, fetch: () => new Response("second fetch") });
      return new Response("first");
    },
    "/slow/:id": async (request: any) => {
      server.reload({ routes: { "/other": new Response("third") }, fetch: () => new Response("third fetch") });
      await new Promise((resolve) => setImmediate(resolve));
      return new Response(`slow ${request.params.id} ${request.cookies.size}`);
    },
    "/bad": () => {
      try {
        server.reload({ routes: { nope: new Response("x") } });
        return new Response("reloaded");
      } catch (error: any) {
        return new Response(`${error.name} ${error.message}`);
      }
    },
  },
  fetch: () => new Response("first fetch"),
});
await brief(server, "GET", "/bad");
await brief(server, "GET", "/x");
await brief(server, "GET", "/slow/7", { Cookie: "a=b" });
await brief(server, "GET", "/other");
await brief(server, "GET", "/slow/7");
server.reload({
  routes: {
    "/swap": (_request: Request, given: any) => {
      given.reload({ routes: { "/swap": new Response("second") }, fetch: () => new Response("second fetch") });
      return new Response("first");
    },
  },
});
await brief(server, "GET", "/swap");
await brief(server, "GET", "/swap");
await brief(server, "GET", "/y");
await server.stop(true);
