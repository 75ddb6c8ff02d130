let warned = false;

/** Says, once per process, why requests were cut off by a limit that nobody chose. */
export function warnOfTimeout(seconds: number): void {
  if (warned) return;
  warned = true;
  process.stderr.write(
    `warn: Bun.serve() timed out a request after ${seconds} seconds. Pass \`idleTimeout\` to configure.\n`,
  );
}
