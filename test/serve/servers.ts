import { afterEach } from "vitest";
import { serve } from "../../src/serve/serve.js";
import type { ServeOptions, Server } from "../../src/serve/types.js";
import { loadEngine } from "../../src/wire/uws/engine.js";

/** Names of the wires that this machine can run: every test of `serve` runs over all of them. */
export const wireNames: ("uws" | "node")[] = loadEngine().uws === null ? ["node"] : ["uws", "node"];

const running: Server[] = [];
const forced = process.env["BUNSHIM_WIRE"];

/** Starts a server on a free port over the wire; it is stopped after the test. */
export function start<R extends string>(wire: "uws" | "node", options: ServeOptions<undefined, R>): Server {
  process.env["BUNSHIM_WIRE"] = wire;
  try {
    const server = serve({ port: 0, hostname: "127.0.0.1", development: false, ...options });
    running.push(server);
    return server;
  } finally {
    if (forced === undefined) delete process.env["BUNSHIM_WIRE"];
    else process.env["BUNSHIM_WIRE"] = forced;
  }
}

/** The text of a reply. */
export async function get(server: Server, path = "/", init?: RequestInit): Promise<string> {
  return (await fetch(new URL(path, server.url), init)).text();
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop(true)));
});
