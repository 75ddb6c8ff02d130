// @covers Response
// Each reader over each kind of streamed content, and what a Response allows in which state.
const d = (e: any) => e && typeof e === "object" ? [e.constructor?.name, e.name, e.code, e.message].join("|") : typeof e + " " + String(e);
const t = async (n: string, f: () => any) => { try { const v = await f(); console.log(n, typeof v === "string" ? JSON.stringify(v) : v instanceof Blob ? `Blob(${v.size},${v.type})` : ArrayBuffer.isView(v) ? `${v.constructor.name}(${v.byteLength})` : String(v)); } catch (e) { console.log(n, "THROWS", d(e)); } };
const S = (...x: any[]) => new ReadableStream({ start(c) { for (const y of x) c.enqueue(y); c.close(); } });
// every reader over every kind of stream content
for (const [n, m] of Object.entries({ str: () => S("a", "b"), u8: () => S(new Uint8Array([65])), ab: () => S(new ArrayBuffer(2)), dv: () => S(new DataView(new ArrayBuffer(1))), mixed: () => S("é", new Uint8Array([66])), num: () => S(1), nul: () => S(null), undef: () => S(undefined), obj: () => S({}), blob: () => S(new Blob(["x"])), empty: () => S(), err: () => new ReadableStream({ start(c) { c.error(new Error("E")); } }), errlate: () => new ReadableStream({ async pull(c) { await 1; c.error(new RangeError("L")); } }), split: () => S(new Uint8Array([0xe6, 0x97]), new Uint8Array([0xa5])), bom: () => S("\ufeffx"), bombytes: () => S(new Uint8Array([0xef, 0xbb, 0xbf, 65])), bytes: () => new ReadableStream({ type: "bytes", start(c) { c.enqueue(new Uint8Array([65, 66])); c.close(); } }), gen: () => (async function* () { yield "g"; yield new Uint8Array([66]); })(), generr: () => (async function* () { yield "g"; throw new Error("G"); })(), gennum: () => (async function* () { yield 1; })(), json: () => S('{"a":', "1}"), badjson: () => S("{a}"), tee: () => S("t").tee()[0], piped: () => S("p").pipeThrough(new TransformStream()) } as Record<string, () => any>))
  for (const r of ["text", "json", "bytes", "arrayBuffer", "blob"] as const) if (r !== "blob" || !/^(num|nul|undef|obj|blob|gennum)$/.test(n)) await t(`${n}.${r}`, async () => { const v: any = await new Response(m())[r](); return r === "json" ? JSON.stringify(v) : r === "arrayBuffer" ? "AB" + v.byteLength : v; });
// Response state machine
await t("clonelocked", () => { const r = new Response(S("a")); r.body!.getReader(); return r.clone(); });
await t("cloneused", async () => { const r = new Response("a"); await r.text(); return r.clone(); });
await t("clone3", async () => { const r = new Response(S("abc")); const a = r.clone(), b = a.clone(); return (await Promise.all([r.text(), a.text(), b.text()])).join(); });
await t("bodysame", () => { const r = new Response("a"); return String(r.body === r.body); });
await t("nullbody", async () => { const r = new Response(null); return [r.body, await r.text(), r.bodyUsed, await r.text()].join(); });
await t("emptybody", async () => { const r = new Response(""); return [r.body === null, await r.text(), r.bodyUsed].join(); });
await t("emptytwice", async () => { const r = new Response(""); await r.text(); return r.text(); });
await t("used flags", async () => { const r = new Response("a"); const x = [r.bodyUsed]; const p = r.text(); x.push(r.bodyUsed); await p; x.push(r.bodyUsed); return x.join(); });
await t("body then text", async () => { const r = new Response("a"); const b = r.body; return [await r.text(), b!.locked, r.bodyUsed].join(); });
await t("text then body", async () => { const r = new Response("a"); await r.text(); return [r.body?.locked, r.bodyUsed].join(); });
await t("cancel then text", async () => { const r = new Response("abc"); await r.body!.cancel(); return r.text(); });
await t("wrap", async () => { const r = new Response("abc"); const q = new Response(r.body); return [await q.text(), r.bodyUsed].join(); });
await t("wrap used", async () => { const r = new Response("abc"); await r.text(); return new Response(r.body); });
for (const b of ["", "x", null]) for (const s of [204, 205, 304, 101]) await t(`null status ${s} ${b}`, () => new Response(b, { status: s }).status + "");
await t("from", async () => new Response((ReadableStream as any).from(["a", "b"])).text());
await t("file stream", async () => new Response(new File(["ff"], "a.txt").stream()).text());
await t("decoder", async () => { let s = ""; for await (const x of new Response("héllo").body!.pipeThrough(new TextDecoderStream())) s += x; return s; });
await t("blob type", async () => [(await new Response("x", { headers: { "content-type": "image/png" } }).blob()).type, (await new Response(S("x"), { headers: { "content-type": "image/png" } }).blob()).type].join());
