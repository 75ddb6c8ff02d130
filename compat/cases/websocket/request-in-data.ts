// @covers Server.upgrade, ServerWebSocket.data
import { FrameClient } from "../../frames.ts";

const show = (r: Request) => [r.url.replace(/:\d+/, ""), r.method, r.headers.get("cookie"), r.headers.get("upgrade"), r.headers.get("host"), [...r.headers.keys()].join(), r.signal.aborted, (r as any).params && JSON.stringify((r as any).params), (r as any).cookies?.get("a"), r.body, r.bodyUsed].join(" | ");
for (const late of [false, true]) for (const first of ["open", "message", "close", "after"]) {
  let kept: any; const done = Promise.withResolvers<void>();
  const server: any = Bun.serve({ port: 0, routes: { "/:id": (req: any, s: any) => { kept = req; if (late) return Bun.sleep(1).then(() => { s.upgrade(req, { data: { req } }); }) as any; s.upgrade(req, { data: { req } }); } }, websocket: {
    open(ws: any) { if (first === "open") console.log(late, "open", show(ws.data.req)); }, message(ws: any) { if (first === "message") console.log(late, "message", show(ws.data.req)); ws.send("x"); }, close(ws: any) { if (first === "close") console.log(late, "close", show(ws.data.req)); done.resolve(); } } });
  const c = await FrameClient.open(server, { path: "/me?q=1", headers: { Cookie: "a=b" } });
  c.text("m"); await c.next(); c.close(); await c.rest(); await done.promise; await Bun.sleep(5);
  console.log(" after", show(kept)); server.stop(true);
}
{ let n = 0; const sig: string[] = []; let kept: any;
  const server: any = Bun.serve({ port: 0, fetch(req, s: any) { kept = req; s.upgrade(req); }, websocket: { open() {}, message(ws: any) { kept.signal.addEventListener("abort", () => sig.push("abort " + kept.signal.reason?.name + kept.signal.reason?.message)); ws.send("x"); }, close() { sig.push("close"); } } });
  const c = await FrameClient.open(server); c.text("a"); await c.next(); c.close(); await c.rest(); await Bun.sleep(10); console.log(sig.join()); server.stop(true); }
