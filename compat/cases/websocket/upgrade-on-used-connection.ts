// @covers Server.upgrade
// frames in fragments across packets, after the answer to the handshake; HTTP before it
import net from "node:net";
import { FrameClient, frame } from "../../frames.ts";

const log = console.log;
const got: string[] = [];
const server: any = Bun.serve({ port: 0, async fetch(req, s: any) { const p = new URL(req.url).pathname; if (p === "/late") await Bun.sleep(10); if (p === "/plain") return new Response("plain"); s.upgrade(req); }, websocket: { open(ws: any) { ws.send("hi"); }, message(ws: any, m: any) { ws.send("e" + m); } } });
const hs = (p: string) => `GET ${p} HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
const run = async (name: string, chunks: (string | Buffer)[], gap = 5) => { const s = net.connect(server.port, "127.0.0.1"); s.setNoDelay(true); let b = Buffer.alloc(0); s.on("data", (d) => { b = Buffer.concat([b, d]); }); s.on("error", () => {}); let closed = false; s.on("close", () => { closed = true; }); for (const c of chunks) { const had = b.length; s.write(c); if (String(c).endsWith("\r\n\r\n")) while (b.length === had) await Bun.sleep(1); await Bun.sleep(gap); } await Bun.sleep(60); log(name, JSON.stringify(b.toString("latin1").replace(/Date: [^\r]*/g, "Date").replace(/\r\n\r\n/g, "|").split("\r\n")[0]), JSON.stringify(b.toString("latin1").replace(/Date: [^\r]*/g, "Date").split("\r\n\r\n").slice(1).join("|")), closed); s.destroy(); };
await run("plain then upgrade on one connection", ["GET /plain HTTP/1.1\r\nHost: a\r\n\r\n", hs("/now"), frame("text", "x")], 15);
await run("pipelined plain and upgrade", ["GET /plain HTTP/1.1\r\nHost: a\r\n\r\n" + hs("/now"), frame("text", "x")], 15);
await run("handshake byte by byte", [...hs("/now")].map(String), 0);
await run("frame byte by byte", [hs("/now"), ...[...frame("text", "abc")].map((b) => Buffer.from([b]))], 1);
await run("half close after upgrade", [hs("/now"), frame("text", "x")], 5);
server.stop(true);
