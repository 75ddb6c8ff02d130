/*
 * Serves a program of programs/ that has only `fetch` with @hono/node-server: `hono.ts PROGRAM`; prints the port.
 */
import { pathToFileURL } from "node:url";
import { resolveRival } from "../npm-rival.js";

type Fetch = (request: Request) => Response | Promise<Response>;

interface HonoServer {
  serve(options: { fetch: Fetch; port: number }, listening: (address: { port: number }) => void): unknown;
}

const { serve }: HonoServer = await import(pathToFileURL(resolveRival("@hono/node-server")).href);

Object.assign(globalThis, {
  Bun: {
    serve({ fetch }: { fetch: Fetch }) {
      serve({ fetch, port: 0 }, ({ port }) => console.log(port));
      return { port: "the port follows when it is known" };
    },
  },
});
await import(new URL(`../programs/${process.argv[2]}.ts`, import.meta.url).href);
