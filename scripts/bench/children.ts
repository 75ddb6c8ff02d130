import type { ChildProcess } from "node:child_process";

const children = new Set<ChildProcess>();

/** Ends a process at the latest with this one, however that ends. */
export function endWithUs(child: ChildProcess): void {
  if (children.size === 0) {
    process.once("exit", endAll);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, leave);
  }
  children.add(child);
  child.once("exit", () => {
    children.delete(child);
    if (children.size > 0) return;
    process.off("exit", endAll);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.off(signal, leave);
  });
}

function leave(): void {
  process.exit(1);
}

function endAll(): void {
  for (const child of children) child.kill("SIGKILL");
}
