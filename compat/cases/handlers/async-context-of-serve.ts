// @covers Serve.Options.fetch, Serve.Options.routes, Serve.Options.error, Server.reload, Server.fetch
// Handlers run in the async context in which they were given to serve() or reload(), each kind in its own.
import { AsyncLocalStorage } from "node:async_hooks";
const als = new AsyncLocalStorage<string>();
const other = new AsyncLocalStorage<string>();
function make(tag: string, extra: any = {}) {
  return {
    port: 0,
    routes: {
      "/r": () => new Response("r " + als.getStore()),
      "/p/:id": { GET: async (req: any) => { await 1; return new Response(tag + " p " + als.getStore() + req.params.id); } },
      "/enter": () => { als.enterWith("entered"); return new Response(tag + " enter " + als.getStore()); },
      "/throw": () => { throw new Error("x"); },
      "/throw2": async () => { als.enterWith("inhandler"); await 1; throw new Error("x"); },
      "/throw3": () => { als.enterWith("inhandler3"); throw new Error("x"); },
    },
    fetch(req: Request) { 
      const u = new URL(req.url).pathname;
      if (u === "/later") return new Promise<Response>(r => setTimeout(() => r(new Response(tag + " later " + als.getStore())), 5));
      if (u === "/stream") return new Response(new ReadableStream({ async pull(c) { c.enqueue(tag + " stream " + als.getStore()); c.close(); } }));
      if (u === "/gen") return new Response(async function* () { yield tag + " gen " + als.getStore(); } as any);
      if (u === "/direct") return new Response(new ReadableStream({ type: "direct", pull(c: any) { c.write(tag + " direct " + als.getStore()); c.end(); } } as any));
      return new Response(tag + " f " + als.getStore() + " " + other.getStore());
    },
    error(e: Error) { return new Response(tag + " error " + als.getStore()); },
    ...extra,
  };
}
async function ask(s: any, ...paths: string[]) {
  for (const p of paths) console.log(p, await (await fetch(new URL(p, s.url))).text());
}
const all = ["/", "/r", "/p/1", "/enter", "/r", "/throw", "/throw2", "/throw3", "/later", "/stream", "/gen", "/direct", "/"];
const s0 = Bun.serve(make("none"));
await ask(s0, ...all);
const s1 = als.run("outer", () => Bun.serve(make("run")));
await ask(s1, ...all);
await als.run("client", () => ask(s1, ...all));
s1.reload(make("reloaded"));
await ask(s1, ...all);
als.run("reload", () => s1.reload(make("reloaded2")));
await ask(s1, ...all);
await als.run("reload3", async () => { s0.reload(make("r3")); await ask(s0, ...all); });
await ask(s0, ...all);
als.enterWith("entered-global");
const s2 = other.run("both", () => Bun.serve(make("two")));
await ask(s2, "/", "/r", "/throw");
s2.reload(make("two-r"));
await ask(s2, "/", "/r", "/throw");
console.log("fetch()", await (await s2.fetch("/")).text(), await als.run("F", async () => (await s2.fetch("/")).text()));
s0.stop(true); s1.stop(true); s2.stop(true);
