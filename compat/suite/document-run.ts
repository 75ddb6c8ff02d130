import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Target } from "../client.js";
import { cached, store } from "./cache.js";
import type { Result } from "./case-run.js";
import { diff } from "./diff.js";
import type { Block } from "./documents.js";
import type { Listening } from "./listening.js";
import { freePort, isFree, listeningOf } from "./listening.js";
import { mask } from "./mask.js";
import type { Probe } from "./probe.js";
import { ask, deriveProbes } from "./probe.js";
import { kill, start } from "./program.js";
import type { Runtime, Wire } from "./runtimes.js";

/** What a page assumes beyond its blocks, and what is asked of one of them. */
export interface BlockPlan {
  /** Files in the folder the block runs in, by relative path. `copy:` takes one of the checkout. */
  files?: Record<string, string>;
  env?: Record<string, string>;
  /** What is asked; default: what {@link deriveProbes} finds. */
  probes?: Probe[];
  /** Its pages are bundled: what is compared of them is title, scripts and style sheets, not their hashed names. */
  bundled?: boolean;
  /** Standard output changes from run to run. */
  ignoreStdout?: boolean;
  /** Seconds to wait for a server. Default: 5. */
  wait?: number;
}

/** What a block did on one runtime. */
export interface Performance {
  /** A server was there, it ran to its end, or it failed. */
  kind: "served" | "ended" | "failed" | "silent";
  transcript: string;
  stderr: string;
}

function isPerformance(value: unknown): value is Performance {
  return typeof value === "object" && value !== null && "kind" in value && "transcript" in value;
}

/** Blocks that name a port take turns on it. */
const turns = new Map<number, Promise<void>>();

/** The ports a block insists on. */
export function fixedPorts(code: string): number[] {
  // A socket path is shared like a port; any number will do as its name.
  const paths = /\bunix: *["'`]\//.test(code) ? [1] : [];
  const ports = [...code.matchAll(/\bport:\s*(?:[\w.]+\s*(?:\|\||\?\?)\s*)?(\d+)|listen\((\d+)/g)]
    .map((match) => Number(match[1] ?? match[2]))
    .filter((port) => port > 0 && port < 65536);
  return [...paths, ...ports];
}

/** Runs a block on one runtime, unmodified, in a folder of its own, and asks what is to be asked. */
export async function perform(
  block: Block,
  plan: BlockPlan,
  runtime: Runtime,
  root: string,
): Promise<Performance> {
  const ports = fixedPorts(block.code);
  const before = ports.map((port) => turns.get(port));
  let release: () => void = () => {};
  const turn = new Promise<void>((resolve) => {
    release = resolve;
  });
  for (const port of ports) turns.set(port, turn);
  await Promise.all(before);
  try {
    return await inFolder(block, plan, runtime, root, ports);
  } finally {
    release();
  }
}

async function inFolder(
  block: Block,
  plan: BlockPlan,
  runtime: Runtime,
  root: string,
  ports: number[],
): Promise<Performance> {
  for (const port of ports)
    for (let tries = 0; !(await isFree(port)); tries++) {
      if (tries === 20) return { kind: "failed", transcript: `Port ${port} is taken.\n`, stderr: "" };
      await sleep(100);
    }
  // A killed server leaves its socket file behind, and nobody can listen there again.
  for (const [, file = ""] of block.code.matchAll(/\bunix: *["'`](\/tmp\/[^"'`]+)/g))
    rmSync(file, { force: true });
  const cwd = realpathSync(mkdtempSync(path.join(os.tmpdir(), "compat-docs-")));
  const entry =
    block.fileName && /\.[jt]sx?$/.test(block.fileName) ? block.fileName : `index.${extension(block)}`;
  const put = (name: string, content: string): void => {
    const file = path.join(cwd, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (content.startsWith("copy:")) copyFileSync(path.join(root, content.slice(5)), file);
    else writeFileSync(file, content);
  };
  for (const [name, content] of Object.entries(plan.files ?? {})) put(name, content);
  for (const sibling of block.siblings) if (sibling.fileName) put(sibling.fileName, sibling.code);
  put(entry, block.code);
  const running = start({
    command: runtime.command,
    args: [...runtime.args, entry],
    cwd,
    env: { ...runtime.env, PORT: String(await freePort()), ...plan.env },
    limit: 20_000,
  });
  let ended = false;
  void running.outcome.then(() => {
    ended = true;
  });
  try {
    const listening = await settled(running.child.pid ?? 0, () => ended, plan.wait ?? 5);
    let answers = "";
    const served = isServing(listening) && !ended;
    if (served)
      for (const target of targetsOf(listening, block.code))
        for (const probe of plan.probes ?? deriveProbes(block.code))
          answers += await ask(target, probe, plan.bundled);
    if (served) await sleep(30);
    const datagrams = listening.datagrams.length > 0 ? "(listens for datagrams)\n" : "";
    kill(running.child);
    const outcome = await running.outcome;
    const stdout = plan.ignoreStdout ? "" : mask(outcome.stdout, { cwd });
    const end = !served && outcome.code !== "SIGKILL" ? `--- exit ${outcome.code} ---\n` : "";
    return {
      kind: served
        ? "served"
        : outcome.code === "SIGKILL"
          ? "silent"
          : outcome.code === 0
            ? "ended"
            : "failed",
      transcript: maskPorts(`${stdout}${end}${datagrams}${mask(answers, { cwd })}`, listening),
      stderr: mask(outcome.stderr, { cwd }),
    };
  } finally {
    kill(running.child);
    rmSync(cwd, { recursive: true, force: true });
  }
}

function isServing(listening: Listening): boolean {
  return listening.ports.length + listening.datagrams.length + listening.paths.length > 0;
}

/** Takes out the ports this run happened to get. */
function maskPorts(text: string, listening: Listening): string {
  let masked = text;
  for (const port of [...listening.ports, ...listening.datagrams])
    masked = masked.replaceAll(new RegExp(`\\b${port}\\b`, "g"), "<port>");
  return masked;
}

/** Waits until the process listens and goes on listening, or ends. */
async function settled(pid: number, hasEnded: () => boolean, seconds: number): Promise<Listening> {
  const none: Listening = { ports: [], datagrams: [], paths: [] };
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until && !hasEnded()) {
    await sleep(40);
    if (!isServing(listeningOf(pid))) continue;
    // It may be about to open another port, or to stop again.
    await sleep(80);
    return hasEnded() ? none : listeningOf(pid);
  }
  return none;
}

/** Abstract sockets are left out: Node 20 pads their names, so it cannot reach them. */
function targetsOf(listening: Listening, code: string): Target[] {
  const isSecure = /\btls\b|\bcert\b/.test(code);
  const ports = listening.ports
    .slice(0, 3)
    .map((port) => (isSecure ? { port, url: new URL(`https://127.0.0.1:${port}/`) } : port));
  const paths = listening.paths
    .filter((name) => name.startsWith("/"))
    .map((name) => ({ port: undefined, url: new URL(`unix://${name}`) }));
  return [...ports, ...paths];
}

function extension(block: Block): string {
  return { typescript: "ts", javascript: "js" }[block.language] ?? block.language;
}

/** What the reference does with a block; remembered between local runs. */
export async function expectation(
  block: Block,
  plan: BlockPlan,
  reference: Runtime,
  settings: { version: string; cache: boolean; root: string },
): Promise<Performance> {
  const key = createHash("sha256")
    .update(
      JSON.stringify([
        "docs 8",
        settings.version,
        block.code,
        block.siblings.map((one) => one.code),
        plan,
        deriveProbes(block.code),
      ]),
    )
    .digest("hex")
    .slice(0, 32);
  const known = settings.cache ? cached(key, isPerformance) : undefined;
  if (known) return known;
  const fresh = await perform(block, plan, reference, settings.root);
  store(key, fresh);
  return fresh;
}

/** Runs a block on one wire and compares; `refusal` is the one error a listed difference allows instead. */
export async function judge(
  block: Block,
  plan: BlockPlan,
  runtime: Runtime & { name: Wire },
  expected: Performance,
  root: string,
  refusal: string | undefined,
): Promise<Result> {
  const verdict = { id: block.id, area: "docs", wire: runtime.name };
  const actual = await perform(block, plan, runtime, root);
  if (actual.kind === expected.kind && actual.transcript === expected.transcript)
    return { ...verdict, passed: true, detail: "" };
  if (refusal !== undefined && actual.kind === "failed" && actual.stderr.split("\n").includes(refusal))
    return { ...verdict, passed: true, detail: refusal };
  const errors = actual.stderr.trim().split("\n").slice(0, 8).join("\n");
  const kinds = actual.kind === expected.kind ? "" : `Bun ${expected.kind}, bunshim ${actual.kind}\n`;
  return {
    ...verdict,
    passed: false,
    detail: `${kinds}${diff(expected.transcript, actual.transcript)}${errors ? `\nstderr: ${errors}` : ""}`,
  };
}
