import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { soak, type Tally } from "./client.ts";
import { readOptions, type SoakOptions } from "./options.ts";

/** How often a run says how far it is, in milliseconds. */
const PROGRESS = 30_000;

const MIB = 1024 * 1024;
/** Growth of resident memory between the first and the last third that counts as flat. */
const SLACK = 24 * MIB;

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

async function start(wire: string): Promise<{ server: ChildProcess; port: number }> {
  const server = spawn(
    process.execPath,
    ["--expose-gc", path("../../dist/cli.js"), path("./program/server.ts")],
    {
      env: { ...process.env, BUNSHIM_WIRE: wire },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.stdout?.once("data", (text) => resolve(Number(text)));
    server.once("exit", (code) => reject(new Error(`the server did not start: ${code}`)));
  });
  return { server, port };
}

function residentBytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;
}

function descriptors(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

async function state(port: number): Promise<{ pending: number; openSources: number }> {
  const response = await fetch(`http://127.0.0.1:${port}/state`, { headers: { connection: "close" } });
  return response.json();
}

/** Waits until `settled` holds; the engine closes idle connections after up to 12 seconds. */
async function settles(settled: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let i = 0; i < 80; i++) {
    if (await settled()) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}

async function run(wire: string, options: SoakOptions): Promise<string[]> {
  const { server, port } = await start(wire);
  const { pid = 0 } = server;
  const problems: string[] = [];
  let ended = false;
  server.once("exit", (code, signal) => {
    ended = true;
    problems.push(`the server ended: ${code ?? signal}`);
  });
  await state(port);
  const before = descriptors(pid);
  const tally: Tally = { done: {}, failures: [] };
  const until = Date.now() + options.seconds * 1000;
  const memory: number[] = [];
  const sampler = setInterval(() => {
    if (!ended) memory.push(residentBytes(pid));
  }, 1000);
  const progress = setInterval(() => {
    const left = Math.max(0, Math.round((until - Date.now()) / 1000));
    console.log(`${wire}: ${count(tally)} done, ${tally.failures.length} failed, ${left} s left`);
  }, PROGRESS);
  const clients = Array.from({ length: options.clients }, (_, i) =>
    soak(port, options.seed * 1000 + i, until, tally),
  );
  await Promise.all(clients);
  clearInterval(sampler);
  clearInterval(progress);
  problems.push(...new Set(tally.failures));
  let left = "";
  if (!ended) {
    const idle = await settles(async () => {
      const { pending, openSources } = await state(port);
      left = `${pending - 1} requests pending, ${openSources} sources open`;
      return pending === 1 && openSources === 0;
    });
    if (!idle) problems.push(left);
    let open = 0;
    if (!(await settles(() => (open = descriptors(pid)) <= before))) {
      problems.push(`${open} descriptors, ${before} at the start`);
    }
    // The first third warms up: pools fill, code is compiled.
    const third = Math.floor(memory.length / 3);
    const early = median(memory.slice(third, third * 2));
    const late = median(memory.slice(third * 2));
    console.log(`${wire}: ${Math.round(early / MIB)} MiB, later ${Math.round(late / MIB)} MiB`);
    if (late > early + Math.max(SLACK, early * 0.25)) problems.push(`memory grows: ${early} to ${late}`);
  }
  server.removeAllListeners("exit");
  server.kill("SIGKILL");
  console.log(`${wire}: ${JSON.stringify(tally.done)}`);
  console.log(`${wire}: ${tally.failures.length} failed of ${count(tally)}`);
  return problems.map((problem) => `${wire}: ${problem}`);
}

function count(tally: Tally): number {
  return Object.values(tally.done).reduce((a, b) => a + b, 0);
}

const options = readOptions();
if (options !== undefined) {
  const problems: string[] = [];
  for (const wire of options.wires) problems.push(...(await run(wire, options)));
  for (const problem of problems) console.error(`✗ ${problem}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
