import { availableParallelism, machine, type } from "node:os";
import { version } from "../bun/process-facts.js";

/** `navigator` as Bun has it: frameworks ask its `userAgent` where they run. */
export const navigator: object = Object.defineProperties(
  Object.create(Object.create(Object.prototype, { [Symbol.toStringTag]: { value: "Navigator" } })),
  {
    userAgent: { get: () => `Bun/${version}`, enumerable: true, configurable: true },
    platform: { get: platformName, enumerable: true, configurable: true },
    hardwareConcurrency: { get: availableParallelism, enumerable: true, configurable: true },
  },
);

function platformName(): string {
  switch (process.platform) {
    case "darwin":
      return "MacIntel";
    case "win32":
      return "Win32";
    default:
      return `${type()} ${machine()}`;
  }
}
