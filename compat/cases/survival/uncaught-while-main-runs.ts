// @covers Serve.Options.fetch
// While the main module waits at its top level, uncaught errors are printed and end nothing; then the exit code is 1.
import { brief, listen } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  development: false,
  routes: {
    "/promise": () => {
      Promise.reject(new Error("nobody waits for this promise"));
      return new Response("promise");
    },
    "/later": () => {
      (async () => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        throw new Error("later");
      })();
      return new Response("later");
    },
    "/microtask": () => {
      queueMicrotask(() => {
        throw new Error("microtask");
      });
      return new Response("microtask");
    },
    "/tick": () => {
      process.nextTick(() => {
        throw new Error("tick");
      });
      return new Response("tick");
    },
    "/timer": () => {
      setTimeout(() => {
        throw new Error("timer");
      }, 1);
      return new Response("timer");
    },
    "/value": () => {
      Promise.reject("only a text");
      return new Response("value");
    },
  },
  fetch: () => new Response("fetch"),
});
for (const path of ["/promise", "/later", "/microtask", "/tick", "/timer", "/value", "/else"]) {
  await brief(server, "GET", path);
  await new Promise((resolve) => setTimeout(resolve, 10));
}
console.log("over");
await server.stop(true);
setTimeout(() => console.log("never printed"), 50);
