// @covers Server.reload
// reload: swaps handlers, options, removes websocket, adds websocket
import { FrameClient } from "../../frames.ts";

const log = console.log;
const fetch = (req: Request, s: any) => { try { const ok = s.upgrade(req, { data: "d" }); return ok ? undefined as any : new Response("no " + ok); } catch (e: any) { return new Response(e.message); } };
const server: any = Bun.serve({ port: 0, fetch } as any);
const c0 = await FrameClient.open(server); log("none", c0.status); c0.end();
server.reload({ fetch, websocket: { open(ws: any) { ws.send("open1"); ws.subscribe("t"); }, message(ws: any, m: any) { ws.send("one " + m); }, close() { log("close1"); } } });
const c1 = await FrameClient.open(server); log(c1.status, await c1.next()); c1.text("a"); log(await c1.next());
server.reload({ fetch, websocket: { open(ws: any) { ws.send("open2"); }, message(ws: any, m: any) { ws.send("two " + m); }, close() { log("close2"); }, publishToSelf: true, maxPayloadLength: 10 } });
c1.text("b"); log(await c1.next());
const c2 = await FrameClient.open(server); log(await c2.next()); c2.text("12345678901"); log(await c2.rest());
server.publish("t", "still"); log(await c1.next());
server.reload({ fetch });
c1.text("c"); log("removed", await c1.next(300));
const c3 = await FrameClient.open(server); log(c3.status, c3.status.includes("101") ? await c3.next() : ""); c3.end();
for (const bad of [{ fetch, websocket: 5 }, { fetch, websocket: { message: 5 } }, { fetch, websocket: { message() {}, idleTimeout: 1000 } }, { fetch, websocket: null }, { fetch, websocket: {} }, {}, null, 5]) { try { log(server.reload(bad as any) === server); } catch (e: any) { log(e.name, e.code, e.message); } }
c1.text("d"); log("after bad", await c1.next(300));
server.reload({ fetch, websocket: { message(ws: any, m: any) { ws.send("three " + m); }, close(_: any, c: number) { log("close3", c); } } });
c1.text("e"); log(await c1.next(300));
c1.close(1000); log(await c1.rest());
server.stop(true);
