// @covers Response, Serve.Options.error
// A source whose `start` throws fails the handler itself: nothing has begun yet.
import { brief, listen } from "../../client.ts";
const fetch = () => new Response(new ReadableStream({ start() { throw new TypeError("not today"); } }));
const server = Bun.serve({ ...listen(), development: false, fetch, error: (error: any) => new Response(`${error.name}: ${error.message}`, { status: 503 }) });
await brief(server, "GET", "/");
await brief(server, "POST", "/", {}, "body");
await server.stop(true);
