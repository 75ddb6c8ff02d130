// @covers WebSocket
// client: lifecycle events with all listener forms, once, handleEvent, removing, in-handler close
import { closed, echo, open, watch } from "./_client.ts";

const { server, url } = echo();
{ const w: any = new WebSocket(url); const seen: string[] = [];
  w.addEventListener("open", { handleEvent(e: any) { seen.push("obj " + (this as any).handleEvent.name + e.type); } });
  w.addEventListener("open", () => seen.push("once"), { once: true });
  w.onopen = function (this: any, e: any) { seen.push("on " + (this === w) + " " + (e.target === w) + (e.currentTarget === w) + e.bubbles + e.cancelable + e.isTrusted); };
  w.onopen = () => seen.push("replaced");
  const gone = () => seen.push("gone"); w.addEventListener("message", gone); w.removeEventListener("message", gone);
  w.onmessage = (e: any) => { seen.push("m " + e.data + e.lastEventId + "|" + e.source + "|" + e.ports.length); if (e.data === "b") w.close(4001, "done"); };
  w.onclose = (e: any) => seen.push("close " + e.code + e.reason + e.wasClean + w.readyState);
  await new Promise<void>((r) => w.addEventListener("open", () => { w.send("a"); w.send("b"); w.send("c"); r(); }));
  await new Promise<void>((r) => w.addEventListener("close", () => r()));
  await Bun.sleep(10);
  console.log(seen.join("\n")); }
{ const w = await open(url); console.log("on", typeof w.onopen, w.onmessage, w.onclose); w.onmessage = 5 as any; console.log(w.onmessage); w.onmessage = "x" as any; console.log(w.onmessage); const o = {}; w.onmessage = o as any; console.log(w.onmessage === o); w.onmessage = null; console.log(w.onmessage);
  for (const f of ["send", "close", "ping", "pong", "terminate"]) { try { console.log(f, (w as any)[f].call({})); } catch (e: any) { console.log(f, e.name, e.code, e.message); } try { const g = (w as any)[f]; g("x"); } catch (e: any) { console.log(f, e.name, e.code, e.message); } }
  for (const p of ["url", "readyState", "binaryType", "protocol", "bufferedAmount", "extensions", "onopen"]) { try { console.log(p, Reflect.get(WebSocket.prototype, p, {})); } catch (e: any) { console.log(p, e.name, e.code, e.message); } }
  w.binaryType = "foo"; console.log(w.binaryType); w.binaryType = "arraybuffer"; console.log(w.binaryType); w.binaryType = "uint8array" as any; console.log(w.binaryType); w.binaryType = "blob"; console.log(w.binaryType);
  console.log(Object.prototype.toString.call(w), w instanceof EventTarget, WebSocket.length, WebSocket.name, WebSocket.OPEN, w.OPEN, JSON.stringify(Object.keys(w)), Object.getOwnPropertyNames(WebSocket.prototype).sort().join());
  console.log(Object.getOwnPropertyNames(WebSocket).sort().join());
  const c = closed(w); w.close(); console.log(w.readyState); w.send("after"); console.log(w.bufferedAmount); await c; w.send("later"); console.log(w.bufferedAmount); w.close(); w.terminate(); w.ping(); console.log(w.readyState); }
{ const w: any = new WebSocket(url); const p = watch(w); try { w.send("early"); } catch (e: any) { console.log(e.constructor.name, e.name, e.code, e.message); } try { w.ping(); } catch (e: any) { console.log(e.name, e.message); } w.close(); w.close(); await p; }
{ const w: any = new WebSocket(url); const p = watch(w); w.terminate(); await p; }
{ const w: any = new WebSocket(url + "no"); await watch(w); }
{ const w: any = new WebSocket("ws://127.0.0.1:1/"); await watch(w); }
{ const w: any = new WebSocket("ws://does.not.exist.invalid/"); await watch(w); }
server.stop(true);
