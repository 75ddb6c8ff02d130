import type { UwsResponse } from "./types.js";

/*
 * What differs between engine builds (20.51.4, 20.69.0, the user's own) and between Node.js versions below
 * them. Code asks here, and here we ask the thing itself: never its version number.
 */

/** What `getRemotePort` gives for a unix socket: (uint32_t) -1. */
const NO_PORT = 0xffff_ffff;

/**
 * The client's port, or 0 where the engine cannot tell: 20.51.4 has no `getRemotePort`, 20.69.0 has it.
 */
export function remotePort(response: UwsResponse): number {
  const port = response.getRemotePort?.();
  return port === undefined || port === NO_PORT ? 0 : port;
}
