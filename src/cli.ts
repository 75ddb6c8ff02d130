#!/usr/bin/env node
/**
 * `bunshim server.ts`: runs a program written for Bun, in this process.
 */
import { parseCommandLine } from "./runtime/command-line.js";
import { UsageError } from "./runtime/flags.js";

try {
  const line = parseCommandLine(process.argv.slice(2));
  if (line.command === "version") {
    const { versionReport } = await import("./runtime/doctor.js");
    console.log(versionReport());
  } else if (line.command === "doctor") {
    const { diagnose } = await import("./runtime/doctor.js");
    console.log(diagnose());
  } else if (line.command === "help") {
    const { USAGE } = await import("./runtime/usage.js");
    console.log(USAGE);
  } else {
    const { run } = await import("./runtime/run.js");
    await run(line);
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}
