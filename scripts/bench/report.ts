import type { IdleRow } from "./idle-sockets.js";
import type { Machine } from "./machine.js";
import type { MemoryRow } from "./memory.js";
import type { Measurement } from "./rounds.js";
import type { StartupRow } from "./startup.js";
import type { Spread } from "./statistics.js";

/** How far the null control may be from 1 before a result is worth nothing. */
const TOLERANCE = 0.03;

export function machineLines(machine: Machine): string {
  return `${machine.processor}, ${machine.cores} cores, ${machine.system}
bunshim ${machine.bunshim}, Node.js ${machine.node}, ${machine.engine}, Bun ${machine.bun}`;
}

export function planTable(parts: readonly { name: string; seconds: number }[]): string {
  const all = parts.reduce((sum, { seconds }) => sum + seconds, 0);
  const lines = [...parts, { name: "all", seconds: all }];
  return table(
    ["", "about"],
    lines.map(({ name, seconds }) => [name, `${Math.max(1, Math.round(seconds / 60))} min`]),
  );
}

export function workloadTable({ title, unit, rows }: Measurement): string {
  const lines = rows.map(({ title, cpu, requestsPerSecond, p99, resident, ratio }) => [
    title,
    show(cpu, 2),
    requestsPerSecond.median.toFixed(0),
    Number.isNaN(p99.median) ? "–" : p99.median.toFixed(2),
    mebibytes(resident),
    show(ratio, 2),
  ]);
  const control = rows.find(({ contender }) => contender === "control");
  const verdict = control === undefined ? "" : `${controlVerdict(control.ratio)}\n`;
  const header = ["", `CPU µs/${unit}`, `${unit}s/s`, "p99 ms", "MiB", "bunshim ÷ this"];
  return `${title}\n${table(header, lines)}${verdict}`;
}

function controlVerdict(ratio: Spread): string {
  const off = Math.abs(ratio.median - 1);
  const percent = `${(off * 100).toFixed(1)} %`;
  return off <= TOLERANCE
    ? `null control within ${percent}`
    : `NULL CONTROL OFF BY ${percent}: measure again, with more rounds or on a quieter machine`;
}

export function startupTable(rows: readonly StartupRow[]): string {
  const lines = rows.map(({ title, time, ratio }) => [title, show(time, 0), show(ratio, 2)]);
  return `Start-up: process start to first reply\n${table(["", "ms", "bunshim ÷ this"], lines)}`;
}

export function memoryTable(rows: readonly MemoryRow[]): string {
  const lines = rows.map(({ workload, title, atStart, early, late }) => [
    `${workload}: ${title}`,
    mebibytes(atStart),
    mebibytes(early.resident),
    mebibytes(late.resident),
    ((late.resident - early.resident) / (late.requests - early.requests)).toFixed(1),
  ]);
  const header = ["", "MiB at start", "after 100,000", "after 1,000,000", "bytes/request"];
  return `Memory\n${table(header, lines)}`;
}

export function idleTable(rows: readonly IdleRow[]): string {
  const lines = rows.map(({ title, sockets, bytes }) => [title, String(sockets), show(bytes, 0)]);
  return `Idle WebSockets\n${table(["", "sockets", "bytes/socket, after a collection"], lines)}`;
}

/** `median (min–max)` */
function show({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}

function table(header: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = header.map((name, column) =>
    Math.max(name.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  return [header, ...lines]
    .map((line) =>
      line
        .map((text, column) => {
          const width = widths[column] ?? 0;
          return column === 0 ? text.padEnd(width) : text.padStart(width);
        })
        .join("  ")
        .concat("\n"),
    )
    .join("");
}
