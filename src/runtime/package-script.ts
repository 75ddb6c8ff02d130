import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";

/** The scripts of a package.json, and where they run. */
export interface PackageScripts {
  readonly folder: string;
  readonly scripts: Readonly<Record<string, unknown>>;
}

/** The nearest package.json's scripts, from a folder upwards. */
export function findScripts(from: string): PackageScripts | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const scripts = readScripts(join(folder, "package.json"));
    if (scripts !== null) return { folder, scripts };
    if (folder === dirname(folder)) return null;
  }
}

function readScripts(path: string): Readonly<Record<string, unknown>> | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return null;
  }
  const manifest: unknown = JSON.parse(text);
  if (typeof manifest !== "object" || manifest === null || !("scripts" in manifest)) return {};
  const { scripts } = manifest;
  return typeof scripts === "object" && scripts !== null ? { ...scripts } : {};
}

/**
 * Runs a script with its `pre` and `post` scripts by the shell; gives the exit code.
 *
 * @param silent whether the commands are not printed
 */
export async function runScript(
  { folder, scripts }: PackageScripts,
  name: string,
  args: readonly string[],
  silent: boolean,
): Promise<number> {
  const tail = args.map((arg) => ` ${quote(arg)}`).join("");
  for (const step of [`pre${name}`, name, `post${name}`]) {
    const script = scripts[step];
    if (typeof script !== "string") continue;
    const command = step === name ? script + tail : script;
    if (!silent) process.stderr.write(`$ ${command}\n`);
    const code = await runShell(command, folder);
    if (code !== 0) return code;
  }
  return 0;
}

function quote(arg: string): string {
  return /^[\w./:=@,+-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`;
}

function runShell(command: string, folder: string): Promise<number> {
  const path = `${join(folder, "node_modules", ".bin")}${delimiter}${process.env["PATH"] ?? ""}`;
  const child = spawn(command, {
    cwd: folder,
    env: { ...process.env, PATH: path },
    shell: true,
    stdio: "inherit",
  });
  // The terminal sends its signals to the child as well; ours must only outlive it.
  const pass = (signal: NodeJS.Signals) => void child.kill(signal);
  process.on("SIGINT", pass).on("SIGTERM", pass);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.off("SIGINT", pass).off("SIGTERM", pass);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
