// @covers FormData, Response, Request
// Forms as content: what is wrong with them, and how that is said of content at hand and of streams.
const f = new FormData(); f.append("a\rb\r\nc", new Blob(["x"]), "q\n\"w\re\r\nr\\.txt"); console.log(JSON.stringify((await new Response(f).text()).replace(/Boundary\w+/g, "B")));
const d = (e: any) => [e.constructor.name, e.code, e.message].join("|");
const ct = { headers: { "content-type": "multipart/form-data; boundary=B" } };
for (const b of ["", "--B\r\nx", "--B\r\nbad header\r\n\r\nv\r\n--B--\r\n", "--B\r\nContent-Disposition: form-data; name=\"a\"\r\nv\r\n--B--\r\n", "--B--"]) for (const m of [() => new Response(b, ct), () => new Response(new ReadableStream({ start(c) { c.enqueue(b); c.close(); } }), ct), () => new Response(new ReadableStream({ async pull(c) { await Bun.sleep(1); c.enqueue(b || new Uint8Array(0)); c.close(); } }), ct), () => new Response(new Blob([b]), ct), () => new Response((async function* () { yield b; })() as any, ct), () => new Response(new Blob([b]).stream(), ct)]) console.log(JSON.stringify(b), await m().formData().then((x: any) => [...x].length, d));
console.log(await new Response(new ReadableStream({ start(c) { c.enqueue("x"); c.close(); } }), { headers: { "content-type": "multipart/form-data; boundary=" + "b".repeat(80) } }).formData().catch(d));
console.log(await new Response(new ReadableStream({ start(c) { c.enqueue("x"); c.close(); } }), { headers: { "content-type": "text/plain" } }).formData().catch(d));
