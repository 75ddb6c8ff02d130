// @covers Request.body, Response
// A body that is passed on unread: as its bytes once all of it is there, else as it arrives.
import net from "node:net";
const server = Bun.serve({ port: 0, idleTimeout: 0, async fetch(req: any) { const [, k] = new URL(req.url).pathname.split("/");
 if (k === "sync") return new Response(req.body); if (k === "tick") { await 1; return new Response(req.body); } if (k === "imm") { await new Promise(r => setImmediate(r)); return new Response(req.body); } if (k === "late") { await Bun.sleep(30); return new Response(req.body); }
 if (k === "bodyearly") { const b = req.body; await Bun.sleep(30); return new Response(b); } if (k === "type") { await Bun.sleep(30); return new Response(req.body, { headers: { "x-a": "b" } }); } if (k === "req") { await Bun.sleep(30); return new Response(new Response(req.body).body); }
 if (k === "clone") { await Bun.sleep(30); return new Response(req.clone().body); }
 return new Response("?"); } });
const plain = Bun.serve({ port: 0, fetch(req) { return new Response(req.body); } });
for (const cl of [true, false]) for (const gap of [0, 100]) for (const k of ["plain", "sync", "late", "bodyearly", "type", "req", "clone"]) {
  if (k === "clone" && gap > 0) continue;
  const c = net.connect((k === "plain" ? plain : server).port!, "127.0.0.1"); let got = ""; c.on("data", (x) => got += x);
  c.setNoDelay(true);
  const head = `POST /${k} HTTP/1.1\r\nHost: x\r\n${cl ? "Content-Length: 5" : "Transfer-Encoding: chunked"}\r\n\r\n`; const body = cl ? "hello" : "5\r\nhello\r\n0\r\n\r\n";
  if (gap === 0) c.write(head + body); else { c.write(head); await Bun.sleep(gap); c.write(body); }
  for (let i = 0; i < 200 && !/hello(\r\n0\r\n\r\n)?$/.test(got); i++) await Bun.sleep(10);
  await Bun.sleep(5); c.destroy(); console.log(cl, gap, k, JSON.stringify(got.replace(/\r\nDate: [^\r]*/, "")));
}
server.stop(true); plain.stop(true);
