// @covers Response, Request
// How messages are shown whose content is a stream, in each of its states, a File, or a file that is not there.
const user = () => new ReadableStream({ start(c) { c.enqueue("x"); c.close(); } });
const made: Record<string, () => any> = {
  untouched: () => new Response(user()),
  locked: () => { const m = new Response(user()); m.body?.getReader(); return m; },
  released: () => { const m = new Response(user()); m.body?.getReader().releaseLock(); return m; },
  read: async () => { const m = new Response(user()); await m.text(); return m; },
  "read in part": async () => { const m = new Response(user()); const reader = m.body?.getReader(); await reader?.read(); reader?.releaseLock(); return m; },
  empty: () => new Response(new ReadableStream({ start: (c) => c.close() })),
  errored: () => new Response(new ReadableStream({ start: (c) => c.error(1) })),
  generator: () => new Response((async function* () {})() as any),
  request: () => new Request("http://a/", { method: "POST", body: user() }),
  "looked at": () => { const m = new Response("text"); m.body; return m; },
  "own locked": () => { const m = new Response("text"); m.body?.getReader(); return m; },
  "own released": () => { const m = new Response("text"); m.body?.getReader().releaseLock(); return m; },
  "own read": async () => { const m = new Response("text"); m.body; await m.text(); return m; },
  "text read": async () => { const m = new Response("text"); await m.text(); return m; },
  file: () => new Response(new File(["x"], "a.txt", { type: "text/plain", lastModified: 1 })),
  "file without a type": () => new Response(new File([], "a.txt", { lastModified: 1 })),
  "file on disk": () => new Response(Bun.file("/nowhere/missing.bin")),
};
for (const [name, make] of Object.entries(made)) console.log(name, Bun.inspect(await make()));
