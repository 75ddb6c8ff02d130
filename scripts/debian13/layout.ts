import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** Everything this script makes; outside git, safe to delete. */
export const CACHE = join(CHECKOUT, ".cache/debian13");

/** The Debian 13 system. */
export const ROOT = join(CACHE, "root");

/** Where the checkout is mounted inside. */
export const INSIDE = "/srv/bunshim";

/** Where a Node.js lives, as seen inside. */
export function nodeInside(major: string): string {
  return `/opt/node-${major}`;
}

/** Where that Node.js' own `node_modules` of the checkout live, as seen inside. */
export function modulesInside(major: string): string {
  return `/srv/modules-${major}`;
}

/** Debian's list of trusted certificate authorities, the same path outside and inside. */
export const CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt";
