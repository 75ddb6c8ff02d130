import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import type { Readable, Writable } from "node:stream";
import { ownCommand } from "../spawn/runner.js";
import { which } from "../which.js";
import type { Channel, ShellCommand } from "./command.js";
import { quoted } from "./escape.js";
import { ShellOutput } from "./output.js";

/** Where and how a command runs. */
export interface ShellSettings {
  readonly cwd: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>> | undefined;
  /** Whether what it writes is kept only, and not printed as well. */
  readonly quiet: boolean;
}

/** Runs a command in a shell of the system and waits for its end. */
export async function runShell(command: ShellCommand, settings: ShellSettings): Promise<ShellOutput> {
  const { cwd, env = process.env, quiet } = settings;
  const [file, ...args] = shellLine(command.text);
  const child = spawn(file, args, {
    cwd,
    env: { ...env },
    stdio: ["inherit", "pipe", "pipe", ...command.channels.map(() => "pipe" as const)],
  });
  const code = exitCodeOf(child);
  const transfers = command.channels.map((channel, index) =>
    connect(channel, child.stdio[index + 3] ?? null),
  );
  const [stdout, stderr] = await Promise.all([
    collect(child.stdout, quiet ? null : process.stdout),
    collect(child.stderr, quiet ? null : process.stderr),
    ...transfers,
  ]);
  return new ShellOutput(stdout, stderr, await code);
}

/** Bash knows what Bun's shell does; the plain shell of the system knows most of it. */
function shellLine(text: string): [string, ...string[]] {
  const bash = which("bash");
  const own = ownBun();
  if (bash === null) return ["sh", "-c", own + text];
  const notFound = 'command_not_found_handle() { echo "bun: command not found: $1" >&2; return 1; }\n';
  return [bash, "-O", "globstar", "-c", notFound + own + text];
}

/** Where there is no Bun, the command means this runtime. */
function ownBun(): string {
  const command = which("bun") === null ? ownCommand([], false) : null;
  return command === null ? "" : `bun() { ${command.map((word) => quoted(word, "")).join(" ")} "$@"; }\n`;
}

function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    );
  });
}

async function collect(stream: Readable | null, printed: NodeJS.WritableStream | null): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) {
    const bytes: Buffer = Buffer.from(chunk);
    chunks.push(bytes);
    printed?.write(bytes);
  }
  return Buffer.concat(chunks);
}

async function connect(channel: Channel, stream: Readable | Writable | null): Promise<void> {
  if (stream === null) return;
  // Commands need not read what they are given.
  stream.on("error", ignore);
  if ("target" in channel) {
    const written = "read" in stream ? await collect(stream, null) : Buffer.alloc(0);
    channel.target.set(written.subarray(0, channel.target.length));
    return;
  }
  if (!("write" in stream)) return;
  const { source } = channel;
  const content = source instanceof Uint8Array ? source : await new Response(bodyOf(source)).arrayBuffer();
  stream.end(new Uint8Array(content));
}

function bodyOf(source: Blob | Response | ReadableStream): Blob | ReadableStream | null {
  return source instanceof Response ? source.body : source;
}

function ignore(): void {}
