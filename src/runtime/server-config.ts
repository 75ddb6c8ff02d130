import type { ServeOptions, Server } from "../serve/types.js";

/** A default export that Bun starts a server from. */
type ServerConfig = ServeOptions<undefined, never>;

/** Starts servers: `Bun.serve`. */
export type Serve = (options: ServerConfig) => Server;

/**
 * Starts a server when the default export of a program describes one, and says so on stdout, as Bun does.
 *
 * @throws what `Bun.serve` throws for wrong options
 */
export function serveDefaultExport(value: unknown, serve: Serve): void {
  if (!isServerConfig(value)) return;
  const server = serve(value);
  const kind = server.development ? "development server" : "server";
  console.debug(`Started ${kind}: ${server.protocol}://${server.hostname}:${server.port}`);
}

function isServerConfig(value: unknown): value is ServerConfig {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  if (value === globalThis) return false;
  const serves =
    ("fetch" in value && typeof value.fetch === "function") ||
    ("app" in value && value.app !== undefined && value.app !== null);
  // A server that runs already (`export default Bun.serve(…)`) has `stop`.
  return serves && !("stop" in value && typeof value.stop === "function");
}
