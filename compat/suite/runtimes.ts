import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** The two ways bunshim puts bytes on the network. */
export const wires = ["uws", "node"] as const;
export type Wire = (typeof wires)[number];

/** What cases are run over: a run with another one than the first moves their servers, see `compat/transport.ts`. */
export const transports = ["tcp", "unix", "tls"] as const;
export type Transport = (typeof transports)[number];

/** A way to run a program: the reference, or bunshim on one wire. */
export interface Runtime {
  name: "bun" | Wire;
  command: string;
  args: string[];
  env: Record<string, string | undefined>;
}

/**
 * The real Bun's binary. `bun`'s postinstall script copies it into place; where scripts are off, it is still in
 * the platform package the script copies from.
 */
export function bunBinary(): string {
  const candidates = [path.join(root, "node_modules/bun/bin/bun.exe")];
  const scope = path.join(root, "node_modules/@oven");
  if (existsSync(scope))
    for (const name of readdirSync(scope)) candidates.push(path.join(scope, name, "bin/bun"));
  const found = candidates.find((file) => existsSync(file) && isExecutableFormat(file));
  if (!found) throw new Error(`No Bun binary: looked for ${candidates.join(", ")}. Run npm install.`);
  return found;
}

/** Before its postinstall ran, `bun.exe` is a short shell script that only explains itself. */
function isExecutableFormat(file: string): boolean {
  return !readFileSync(file).subarray(0, 2).equals(Buffer.from("#!"));
}

/** The version of the reference, from its package. */
export function bunVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(path.join(root, "node_modules/bun/package.json"), "utf8"),
  );
  if (typeof manifest !== "object" || manifest === null || !("version" in manifest))
    throw new Error("node_modules/bun has no version");
  return String(manifest.version);
}

/** What moves the servers and clients of a case to another transport; none for what they choose themselves. */
export function preloaded(transport: Transport): string | undefined {
  return transport === "tcp" ? undefined : path.join(root, "compat/transport.ts");
}

/** What every program sees of the environment: nothing that changes ports, colours or wires by accident. */
const cleared = {
  PORT: undefined,
  BUN_PORT: undefined,
  NODE_PORT: undefined,
  NODE_ENV: undefined,
  NODE_OPTIONS: undefined,
  BUNSHIM_WIRE: undefined,
  FORCE_COLOR: undefined,
  NO_COLOR: "1",
  TZ: "UTC",
};

/**
 * The reference. Nothing is installed on the fly: a missing package is an error, as it is for us.
 * `preload` is a module that runs before the program.
 */
export function reference(preload?: string): Runtime {
  return {
    name: "bun",
    command: bunBinary(),
    args: ["--no-install", ...(preload === undefined ? [] : ["--preload", preload])],
    env: { ...cleared, BUN_DEBUG_QUIET_LOGS: "1" },
  };
}

/** bunshim on one wire, run by the given Node. `preload` is a module that runs before the program. */
export function subject(wire: Wire, node: string, preload?: string): Runtime {
  const args = [path.join(root, "dist/cli.js"), ...(preload === undefined ? [] : ["--preload", preload])];
  return {
    name: wire,
    command: node,
    args,
    env: { ...cleared, BUNSHIM_WIRE: wire },
  };
}
