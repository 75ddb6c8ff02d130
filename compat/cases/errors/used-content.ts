// @covers Serve.Options.error
// Responses whose content is read, held or sent already: which error each gives.
import { listen, send } from "../../client.ts";
const stream = (): Response => new Response(new ReadableStream({ start(controller) { controller.enqueue("x"); controller.close(); } }));
const makers: Record<string, () => Response | Promise<Response>> = {
  held() { const response = stream(); response.body!.getReader(); return response; },
  released() { const response = stream(); response.body!.getReader().releaseLock(); return response; },
  async part() { const response = stream(); const reader = response.body!.getReader(); await reader.read(); reader.releaseLock(); return response; },
  async partHeld() { const response = stream(); await response.body!.getReader().read(); return response; },
  teed() { const response = stream(); response.body!.tee(); return response; },
  cloned() { const response = stream(); response.clone(); return response; },
  async read() { const response = stream(); await response.text(); return response; },
  reading() { const response = stream(); void response.text(); return response; },
  textHeld() { const response = new Response("s"); response.body!.getReader(); return response; },
  async textRead() { const response = new Response("s"); await response.text(); return response; },
  textSeen() { const response = new Response("s"); void response.body; return response; },
};
const once: Record<string, () => Response> = { stream, text: () => new Response("s"), blob: () => new Response(new Blob(["b"])), json: () => Response.json(1), nothing: () => new Response(null), bytes: () => new Response(new Uint8Array([65])) };
let kept = new Response();
const server = Bun.serve({ ...listen(), development: false, async fetch(req: Request) { const name = new URL(req.url).pathname.slice(1); return name === "kept" ? kept : await makers[name]!(); }, error: (error: any) => new Response(`${error.name} ${error.code} ${error.message}`) });
for (const name of Object.keys(makers)) console.log(name, (await send(server, "GET", `/${name}`)).body);
for (const [name, make] of Object.entries(once)) for (const methods of [["GET", "GET"], ["HEAD", "GET"]]) {
  kept = make();
  for (const method of methods) console.log(name, method, (await send(server, method, "/kept")).body, kept.bodyUsed);
}
await server.stop(true);
