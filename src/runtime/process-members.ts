import { revision, version } from "../bun/process-facts.js";

/**
 * What tells a program that it runs on Bun: `process.versions.bun` is what Bun's documents say to ask.
 * @see https://bun.com/docs/guides/util/detect-bun
 */
export function installProcessMembers(): void {
  define(process.versions, "bun", version);
  define(process, "isBun", true);
  define(process, "revision", revision);
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}
