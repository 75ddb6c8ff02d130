import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { send, type Target } from "../../client.ts";

/** A folder of its own for a case; it is gone when the process ends. */
export function folder(): string {
  const made = mkdtempSync(path.join(os.tmpdir(), "compat-files-"));
  process.on("exit", () => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** When every file of {@link put} was changed last. */
export const CHANGED = "Tue, 02 Jan 2024 03:04:05 GMT";

/** Writes a file whose time of change is known, and gives its path. */
export function put(file: string, content: string | Uint8Array = "0123456789"): string {
  writeFileSync(file, content);
  utimesSync(file, 1704164645.678, 1704164645.678);
  return file;
}

/**
 * Sends a request and prints the reply on one line. Where Content-Length and Date stand among the fields, and how
 * they are spelled, is the engine's affair: the length comes last here.
 */
export async function reply(
  target: Target,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<void> {
  const { status, fields, body } = await send(target, method, path, headers);
  let length = "-";
  const others: string[] = [];
  for (const [name, value] of fields) {
    if (/^content-length$/i.test(name)) length = value;
    else if (!/^date$/i.test(name)) others.push(`${name}: ${value === CHANGED ? "<changed>" : value}`);
  }
  const asked = Object.entries(headers)
    .map(([name, value]) => ` [${name}: ${value === CHANGED ? "<changed>" : value}]`)
    .join("");
  const shown = body.length > 60 ? `${body.length} characters` : JSON.stringify(body);
  console.log(
    `${method} ${path}${asked} -> ${status.slice(9)} | ${others.join(" | ")} | ${length} | ${shown}`,
  );
}
