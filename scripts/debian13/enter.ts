import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { CERTIFICATES, CHECKOUT, INSIDE, modulesInside, nodeInside, ROOT } from "./layout.js";
import { fail } from "./progress.js";

export interface Place {
  /** Node.js major, e.g. `24`. */
  major: string;
  /** Working directory inside; the checkout by default. */
  directory?: string;
  /** Whether the checkout is mounted; true by default. */
  checkout?: boolean;
  /** Whether output is shown only on failure. */
  quiet?: boolean;
  /** Whether the command runs on this machine's own system, with that Node.js and its dependencies. */
  host?: boolean;
}

/**
 * Runs a command inside and returns its exit status. The mounts live in a mount namespace of their own: they
 * end with the command, and nobody else sees them.
 */
export function enter(place: Place, command: readonly string[]): number {
  const result = spawnSync(...commandLine(place, command), {
    stdio: place.quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    env: environment(place),
  });
  if (result.error !== undefined) fail(`cannot run unshare: ${result.error.message}`);
  if (place.quiet && result.status !== 0) process.stderr.write(Buffer.concat([result.stdout, result.stderr]));
  return result.status ?? 1;
}

/** Like {@link enter}, but gives what the command wrote on stdout; a command that fails ends the script. */
export function read(place: Place, command: readonly string[]): string {
  const { status, stdout } = capture(place, command);
  if (status !== 0) fail(`${command.join(" ")} ended with status ${status}`);
  return stdout;
}

/** Like {@link read}, but leaves it to the caller what the exit status means. */
export function capture(place: Place, command: readonly string[]): { status: number; stdout: string } {
  const result = spawnSync(...commandLine(place, command), {
    stdio: ["ignore", "pipe", "inherit"],
    env: environment(place),
    encoding: "utf8",
    // Results of cases hold what differs: more than the default of 1 MiB.
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.error !== undefined) fail(`cannot run unshare: ${result.error.message}`);
  // Ended by a signal: no status of its own.
  return { status: result.status ?? 128, stdout: result.stdout };
}

function commandLine(place: Place, command: readonly string[]): [string, string[]] {
  const { major, directory, checkout = true, host = false } = place;
  const modules = join(ROOT, modulesInside(major), "node_modules");
  const steps = ["set -e"];
  if (host) {
    steps.push(`mount --bind ${quote(modules)} ${quote(join(CHECKOUT, "node_modules"))}`);
    steps.push(`cd ${quote(CHECKOUT)}`, 'exec "$@"');
  } else {
    steps.push(`mount -t proc proc ${quote(join(ROOT, "proc"))}`);
    steps.push(`mount --rbind /dev ${quote(join(ROOT, "dev"))}`);
    if (checkout) {
      steps.push(`mount --bind ${quote(CHECKOUT)} ${quote(join(ROOT, INSIDE))}`);
      steps.push(`mount --bind ${quote(modules)} ${quote(join(ROOT, INSIDE, "node_modules"))}`);
    }
    const inner = `cd ${quote(directory ?? INSIDE)} && exec "$@"`;
    steps.push(`exec chroot ${quote(ROOT)} /bin/sh -c ${quote(inner)} sh "$@"`);
  }
  return ["unshare", ["--mount", "/bin/sh", "-c", steps.join("; "), "sh", ...command]];
}

function environment({ major, host = false }: Place): NodeJS.ProcessEnv {
  // What `npm run` adds describes the Node.js and npm outside.
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("npm_") || name === "npm_config_registry",
  );
  const node = nodeInside(major);
  const path = host
    ? `${join(ROOT, node)}/bin:${process.env["PATH"]}`
    : `${node}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`;
  const inside = host ? {} : { HOME: "/root", NODE_EXTRA_CA_CERTS: CERTIFICATES };
  return { ...Object.fromEntries(kept), ...inside, PATH: path };
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
