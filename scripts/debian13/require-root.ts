import { fail } from "./progress.js";

/** Ends the script where chroot and mount cannot work. */
export function requireRoot(): void {
  if (process.platform !== "linux") fail("works on Linux only");
  if (process.getuid?.() !== 0) fail("needs root for chroot and mount; run it with sudo");
}
