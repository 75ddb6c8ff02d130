// @covers Server.upgrade
// cookies and set-cookie with upgrade; headers in several forms
import { FrameClient } from "../../frames.ts";

const hs: any[] = [{ "x-a": "1" }, new Headers({ "x-b": "2" }), [["set-cookie", "a=1"], ["set-cookie", "b=2"]], { "Set-Cookie": "c=3; HttpOnly" }, (() => { const h = new Headers(); h.append("Set-Cookie", "d=4"); h.append("Set-Cookie", "e=5"); h.append("x-m", "1"); h.append("x-m", "2"); return h; })(), { connection: "close" }, { upgrade: "h2c" }, { "content-length": "5" }, { "transfer-encoding": "chunked" }, { "sec-websocket-accept": "x" }, { "sec-websocket-extensions": "foo" }, { "sec-websocket-version": "9" }, { date: "Thu, 01 Jan 1970 00:00:00 GMT" }, { server: "mine" }, { "x-empty": "" }, { "x-é": "1" }, { "x-l": "é" }, { "x-n": 5 }, { "x-u": undefined }, { "content-type": "text/plain" }, { "keep-alive": "timeout=5" }, new Response(null, { headers: { "x-r": "r" } }).headers, new Map([["x-map", "1"]])];
let i = 0;
const server: any = Bun.serve({ port: 0, routes: { "/c": (req: any, s: any) => { req.cookies.set("k", "v"); req.cookies.delete("old"); try { s.upgrade(req, { headers: hs[i++] }); } catch (e: any) { return new Response(e.name + " " + e.code + " " + e.message); } } }, websocket: { message() {} } });
for (const h of hs) { const c = await FrameClient.open(server, { path: "/c", headers: { Cookie: "old=1", "Sec-WebSocket-Protocol": "p1, p2" } }); console.log(c.status, JSON.stringify([...c.fields].sort())); c.end(); }
server.stop(true);
