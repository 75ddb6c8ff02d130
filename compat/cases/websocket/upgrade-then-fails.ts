// @covers Server.upgrade
import { FrameClient } from "../../frames.ts";

process.on("uncaughtException", (e: any) => console.log("uncaught", e?.message));
process.on("unhandledRejection", (e: any) => console.log("unhandled", e?.message));
for (const withError of [true, false]) {
  const server: any = Bun.serve({
    port: 0, development: false,
    routes: {
      "/r/sync": (req: any, s: any) => { s.upgrade(req); throw new Error("r sync"); },
      "/r/late": async (req: any, s: any) => { await Bun.sleep(1); s.upgrade(req); throw new Error("r late"); },
    },
    fetch(req, s: any) {
      const p = decodeURIComponent(new URL(req.url).pathname);
      if (p === "/sync") { s.upgrade(req); throw new Error("sync"); }
      if (p === "/returns") { s.upgrade(req); return new Error("returns") as any; }
      return (async () => {
        if (p === "/at once") { s.upgrade(req); throw new Error("at once"); }
        if (p === "/one await") { s.upgrade(req); await 0; throw new Error("one await"); }
        if (p === "/sleep after") { s.upgrade(req); await Bun.sleep(1); throw new Error("sleep after"); }
        if (p === "/sleep before") { await Bun.sleep(1); s.upgrade(req); throw new Error("sleep before"); }
        if (p === "/sleep both") { await Bun.sleep(1); s.upgrade(req); await Bun.sleep(1); throw new Error("sleep both"); }
        if (p === "/await after") { await Bun.sleep(1); s.upgrade(req); await 0; throw new Error("await after"); }
        if (p === "/returns late") { await Bun.sleep(1); s.upgrade(req); return new Error("returns late"); }
      })() as any;
    },
    ...(withError ? { error(e: any) { console.log("  error", e.message); return new Response("e"); } } : {}),
    websocket: { message() {} },
  } as any);
  for (const p of ["/sync", "/at once", "/one await", "/sleep after", "/sleep before", "/sleep both", "/await after", "/r/sync", "/r/late", "/returns", "/returns late"]) {
    console.log(p);
    const c = await FrameClient.open(server, { path: p.replaceAll(" ", "%20") });
    await Bun.sleep(8);
    c.close();
    await c.rest();
    console.log("  ", server.pendingRequests);
  }
  server.stop(true);
}
