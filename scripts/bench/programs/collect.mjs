/**
 * Preloaded by servers whose memory is measured: collects garbage when it is asked to, gives back the room that
 * was kept for more of it, and says so.
 */
const collect = process.versions.bun === undefined ? await ofNode() : () => Bun.gc(true);

// The `gc` of `--expose-gc` keeps that room.
async function ofNode() {
  const { Session } = await import("node:inspector");
  const session = new Session();
  session.connect();
  return () => session.post("HeapProfiler.collectGarbage");
}

process.on("SIGUSR2", () => {
  collect();
  process.stdout.write("collected\n");
});
