import type { ServeSettings } from "./options.js";
import type { Server } from "./types.js";

/** Gives a running server the handlers of other options. */
export type Reload = (options: unknown) => Server;

/** By what they listen on. Null: each call of `Bun.serve` starts a server. */
let servers: Map<string, Reload> | null = null;

/** From now on, `Bun.serve` with the options of a running server gives that one new handlers. */
export function keepServers(): void {
  servers ??= new Map();
}

/** For the running server that options of this kind belong to; null where one must be started. */
export function keptServer(settings: ServeSettings): Reload | null {
  return servers?.get(keyOf(settings)) ?? null;
}

export function keepServer(settings: ServeSettings, reload: Reload): void {
  servers?.set(keyOf(settings), reload);
}

/** A server that was stopped is no longer given new handlers. */
export function forgetServer(settings: ServeSettings): void {
  servers?.delete(keyOf(settings));
}

function keyOf({ id, unix, hostname, port }: ServeSettings): string {
  if (id !== "") return `id ${id}`;
  return unix === undefined ? `tcp ${hostname ?? ""}:${port}` : `unix ${unix}`;
}
