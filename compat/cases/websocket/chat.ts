// @covers ServerWebSocket.publish
// server and client in one program: typical chat, rooms, broadcast, JSON, ordering, many clients
const log = console.log;
const server = Bun.serve<{ name: string; room: string }, {}>({ port: 0, async fetch(req, server) {
  const url = new URL(req.url); if (url.pathname === "/rooms") return Response.json({ a: server.subscriberCount("room:a"), b: server.subscriberCount("room:b") });
  if (url.pathname.startsWith("/chat/")) { await Bun.sleep(1); const cookies = req.headers.get("cookie") ?? ""; if (!cookies.includes("token=")) return new Response("unauthorized", { status: 401 });
    const ok = server.upgrade(req, { data: { name: cookies.split("token=")[1]!, room: url.pathname.slice(6) }, headers: { "x-welcome": "hi" } } as any); return ok ? undefined : new Response("no", { status: 400 }); }
  return new Response("index"); },
 websocket: { open(ws) { ws.subscribe("room:" + ws.data.room); ws.publish("room:" + ws.data.room, JSON.stringify({ join: ws.data.name })); ws.send(JSON.stringify({ you: ws.data.name, topics: ws.subscriptions })); },
  message(ws, m) { const d = JSON.parse(String(m)); if (d.say) server.publish("room:" + ws.data.room, JSON.stringify({ from: ws.data.name, say: d.say })); if (d.leave) { ws.unsubscribe("room:" + ws.data.room); ws.publish("room:" + ws.data.room, JSON.stringify({ left: ws.data.name })); ws.close(1000, "left"); } },
  close(ws, code, reason) { log("close", ws.data.name, code, reason); server.publish("room:" + ws.data.room, JSON.stringify({ gone: ws.data.name })); } } });
const url = (r: string) => `ws://localhost:${server.port}/chat/${r}`;
const join = async (name: string, room: string) => { const w: any = new WebSocket(url(room), { headers: { cookie: "token=" + name } } as any); w.got = []; w.onmessage = (e: any) => w.got.push(e.data); await new Promise((r) => (w.onopen = r)); return w; };
const bad = new WebSocket(url("a")); await new Promise<void>((r) => { bad.onerror = (e: any) => log("bad", e.message.replace(/:\d+/, "")); bad.onclose = (e) => { log(e.code); r(); }; });
const ann = await join("ann", "a"), bob = await join("bob", "a"), cid = await join("cid", "b");
await Bun.sleep(10);
log(await (await fetch(server.url + "rooms")).text());
ann.send(JSON.stringify({ say: "hello" })); cid.send(JSON.stringify({ say: "alone" })); bob.send(JSON.stringify({ say: "hey" })); await Bun.sleep(20);
bob.send(JSON.stringify({ leave: true })); await Bun.sleep(20); cid.terminate(); await Bun.sleep(20);
log(ann.got.join("\n")); log(bob.got.join("\n")); log(cid.got.join("\n"), bob.readyState, cid.readyState);
log(await (await fetch(server.url + "rooms")).text(), server.pendingWebSockets);
ann.close(); await Bun.sleep(10); await server.stop(); log("done");
