import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = join(root, "dist/cli.js");
const register = join(root, "dist/register.js");

/** What a program left behind. */
export interface Outcome {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** The two doors through which a program is started. */
export const doors = {
  bunshim: (args: string[]) => [cli, ...args],
  "node --import bunshim/register": (args: string[]) => ["--import", register, ...args],
} satisfies Record<string, (args: string[]) => string[]>;

/** Makes a folder with files for one test; the package itself is installed in it. */
export function project(files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "bunshim-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules/bunshim"));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

/** How to start it. */
export interface RunOptions {
  cwd: string;
  env?: Record<string, string>;
  /** What it reads on standard input. */
  input?: string;
  door?: (args: string[]) => string[];
  /** Called with everything that came on stdout so far, each time more came. */
  onOutput?: (stdout: string, child: { kill(signal: NodeJS.Signals): void }) => void;
}

/** Starts Node.js through one of the doors and waits for its end. */
export function run(args: string[], options: RunOptions): Promise<Outcome> {
  const { cwd, env, input, door = doors.bunshim, onOutput } = options;
  const { NODE_ENV: _, VITEST: __, ...outer } = process.env;
  const child = spawn(process.execPath, door(args), { cwd, env: { ...outer, ...env } });
  onTestFinished(() => void child.kill("SIGKILL"));
  if (input !== undefined) child.stdin.end(input);
  const outcome: Outcome = { code: null, signal: null, stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    outcome.stdout += text;
    onOutput?.(outcome.stdout, { kill: (signal) => void child.kill(signal) });
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    outcome.stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ ...outcome, code, signal }));
  });
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}
