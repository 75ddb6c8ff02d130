// @covers Request.signal
// What signals tell to whom: clones, requests made of it, listeners of each kind, fetch; and what is left after the reply.
import net from "node:net";
import { listen, raw } from "../../client.ts";
const d = (e: any) => e && typeof e === "object" ? [e.constructor?.name, e.name, e.code, e.message].join("|") : typeof e + " " + String(e);
let out: string[] = []; const kept: any[] = []; let hold!: () => void; let holding = Promise.resolve();
const hs: Record<string, (r: any) => any> = {
  async afterreply(r) { r.signal.addEventListener("abort", () => out.push("aborted")); kept.push(r); return new Response("x"); },
  async later(r) { kept.push(r); return new Response("x"); },
  async any(r) { const s = AbortSignal.any([r.signal, AbortSignal.timeout(20)]); await new Promise((x) => s.addEventListener("abort", x)); out.push(d(s.reason)); return new Response("any"); },
  async clone(r) { const c = r.clone(); c.signal.addEventListener("abort", () => out.push("clone " + d(c.signal.reason))); r.signal.addEventListener("abort", () => out.push("orig " + (r.signal === c.signal))); await holding; return new Response("x"); },
  async newreq(r) { const c = new Request(r); c.signal.addEventListener("abort", () => out.push("new " + d(c.signal.reason))); r.signal.addEventListener("abort", () => out.push("orig")); await holding; return new Response("x"); },
  async throwif(r) { await holding; try { r.signal.throwIfAborted(); out.push("not aborted"); } catch (e) { out.push(d(e)); } return new Response("x"); },
  async listener(r) { r.signal.addEventListener("abort", () => { out.push("one"); }, { once: true }); const f = () => out.push("removed"); r.signal.addEventListener("abort", f); r.signal.removeEventListener("abort", f); r.signal.onabort = function (this: any, e: any) { out.push("on " + (this === r.signal) + e.constructor.name); }; r.signal.addEventListener("abort", { handleEvent() { out.push("obj"); } }); await holding; return new Response("x"); },
  async throwing(r) { r.signal.addEventListener("abort", () => { out.push("t1"); }); await holding; throw new Error("after abort"); },
  async fetchwith(r) { try { await fetch(never.url, { signal: r.signal }); } catch (e) { out.push(d(e)); } return new Response("x"); },
  async sleep(r) { await new Promise<void>((res, rej) => { r.signal.addEventListener("abort", () => rej(r.signal.reason)); }).catch((e) => out.push("rej " + d(e))); return new Response("x"); },
};
const never = Bun.serve({ port: 0, idleTimeout: 0, fetch() { return new Promise<Response>(() => {}); } });
const server = Bun.serve({ ...listen(), idleTimeout: 0, fetch(req) { return hs[new URL(req.url).pathname.slice(1)]!(req); }, error(e: any) { out.push("ERR " + e.message); return new Response("err"); } });
for (const k of ["clone", "newreq", "throwif", "listener", "throwing", "fetchwith", "sleep"]) { out = []; holding = new Promise((r) => { hold = r as any; }); const c = net.connect(server.port!, "127.0.0.1"); c.on("error", () => {}); c.write(`GET /${k} HTTP/1.1\r\nHost: x\r\n\r\n`); await Bun.sleep(120); c.destroy(); await Bun.sleep(80); hold(); await Bun.sleep(40); console.log(k, out.join("; "), server.pendingRequests); }
out = []; console.log((await raw(server, "GET /any HTTP/1.1\r\nHost: x\r\n\r\n")).split("\r\n").at(-1), out.join());
for (const k of ["afterreply", "later"]) { out = []; kept.length = 0; await raw(server, `POST /${k} HTTP/1.1\r\nHost: x\r\nX-A: b\r\nContent-Length: 2\r\n\r\nhi`); await Bun.sleep(40); const r = kept[0][0] ?? kept[0]; const parts: string[] = []; for (const f of [() => r.signal.aborted, () => r.method, () => r.url.replace(/:\d+/, ""), () => r.bodyUsed, () => r.body === null, () => r.clone().method, () => server.requestIP(r) === null]) try { parts.push(String(f())); } catch (e) { parts.push(d(e)); } try { parts.push(await r.text()); } catch (e) { parts.push(d(e)); } console.log(k, out.join(), parts.join(", ")); }
server.stop(true); never.stop(true); process.exit(0);
