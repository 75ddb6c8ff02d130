// @covers FormData, Request, Response
// Forms that arrive, odd ones too, through every way of reading them, and forms as replies.
import { raw, listen, request, parse } from "../../client.ts";
const d = (e: any) => e && typeof e === "object" ? [e.constructor?.name, e.name, e.code, e.message].join("|") : String(e);
const showV = async (v: any) => typeof v === "string" ? JSON.stringify(v) : `${v.constructor.name}/${v instanceof File}(${v.name},${v.type},${v.size},${JSON.stringify(await v.text())})`;
const server = Bun.serve({ ...listen(), async fetch(req) {
  const k = new URL(req.url).pathname;
  try {
    if (k === "/c") { const c = req.clone(); const a = await c.formData(); const b = await req.formData(); return Response.json([[...a].length, [...b].length]); }
    if (k === "/bt") { const b = await req.blob(); return Response.json([b.type, b.size, await b.formData().then((f: any) => [...f].length, d)]); }
    if (k === "/resp") { return Response.json(await new Response(req.body, { headers: { "content-type": req.headers.get("content-type")! } }).formData().then((f) => [...f].length, d)); }
    const f = await req.formData(); const o: string[] = []; for (const [n, v] of f) o.push(`${JSON.stringify(n)}=${await showV(v)}`); return new Response(o.join("\n") + "\n" + [...f.keys()].length);
  } catch (e) { return new Response("ERR " + d(e)); }
} });
const B = "--B\r\n", E = "--B--\r\n"; const mp = { "content-type": "multipart/form-data; boundary=B" };
const part = (h: string, v: string) => `--B\r\n${h}\r\n\r\n${v}\r\n`;
const cd = (n: string, f?: string) => `Content-Disposition: form-data; name="${n}"` + (f === undefined ? "" : `; filename="${f}"`);
const bodies: [string, Record<string, string>, string][] = [
  ["simple", mp, part(cd("a"), "1") + part(cd("a"), "2") + part(cd("b"), "é") + E],
  ["file", mp, part(cd("f", "x.txt"), "content") + part(cd("g", "y.bin") + "\r\nContent-Type: application/x-z", "\x00\x01\xff") + E],
  ["ctfirst", mp, part("Content-Type: text/html\r\n" + cd("g", "y.bin"), "zz") + E],
  ["nofilename", mp, part(cd("g", ""), "zz") + E], ["ctonly", mp, part(cd("g") + "\r\nContent-Type: application/json", "{}") + E],
  ["crlfval", mp, part(cd("g"), "a\r\nb\r\n\r\nc") + E], ["dashes", mp, part(cd("g"), "--B not\r\n--Bx\r\n-- B--") + E], ["emptyval", mp, part(cd("g"), "") + E],
  ["noend", mp, part(cd("g"), "v")], ["empty", mp, ""], ["onlyend", mp, E], ["preamble", mp, "junk\r\n" + part(cd("g"), "v") + E + "epilogue"], ["lf", mp, "--B\nContent-Disposition: form-data; name=\"a\"\n\nv\n--B--\n"],
  ["quotedb", { "content-type": 'multipart/form-data; boundary="B"' }, part(cd("g"), "v") + E], ["upper", { "content-type": "Multipart/Form-Data; Boundary=B" }, part(cd("g"), "v") + E], ["charset", { "content-type": "multipart/form-data; charset=utf-8; boundary=B" }, part(cd("g"), "v") + E], ["nob", { "content-type": "multipart/form-data" }, part(cd("g"), "v") + E], ["emptyb", { "content-type": "multipart/form-data; boundary=" }, part(cd("g"), "v") + E], ["trail", { "content-type": "multipart/form-data; boundary=B; x=y" }, part(cd("g"), "v") + E],
  ["single", mp, part("Content-Disposition: form-data; name='g'", "v") + E], ["unq", mp, part("Content-Disposition: form-data; name=g", "v") + E], ["star", mp, part("Content-Disposition: form-data; name=\"f\"; filename*=UTF-8''%e2%82%ac.txt", "v") + E], ["esc", mp, part('Content-Disposition: form-data; name="a\\"b"', "v") + E], ["pct", mp, part('Content-Disposition: form-data; name="a%22b"; filename="c%0D%0Ad"', "v") + E], ["lower", mp, part('content-disposition: form-data; name="a"', "v") + E], ["utf", mp, Buffer.from(part(cd("né", "日本.txt"), "v") + E).toString("latin1")], ["noname", mp, part("Content-Disposition: form-data", "v") + E], ["nodisp", mp, part("X-Y: z", "v") + E], ["attach", mp, part('Content-Disposition: attachment; name="a"', "v") + E], ["html", mp, part(cd("f", "x.html"), "v") + E], ["path", mp, part(cd("f", "../../x/y.png"), "v") + E], ["bom", mp, part(cd("f"), "\xef\xbb\xbfv") + E], ["badutf", mp, part(cd("f"), "\xff\xfe") + E],
  ["url", { "content-type": "application/x-www-form-urlencoded" }, "a=1&b=2+3&a=%C3%A9&=x&y&z=%zz&&"], ["urlcs", { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" }, "a=1"], ["urlempty", { "content-type": "application/x-www-form-urlencoded" }, ""], ["urlq", { "content-type": "application/x-www-form-urlencoded" }, "?a=1;b=2"], ["urlbad", { "content-type": "application/x-www-form-urlencoded" }, "a=%ff&b=\xff"], ["json", { "content-type": "application/json" }, "{}"], ["none", {}, "a=1"], ["text", { "content-type": "text/plain" }, "a=1"],
];
for (const k of ["/", "/c", "/bt", "/resp"]) for (const [n, h, b] of bodies) { if (k === "/bt" && n === "empty" || k !== "/" && !["simple", "file", "url", "json", "empty", "noend"].includes(n)) continue; console.log(k, n, parse(await raw(server, request("POST", k, h, Buffer.from(b, "latin1")), { limit: 1500 })).body); }
// replies
const fd = (f: (x: FormData) => void) => { const x = new FormData(); f(x); return x; };
const replies: [string, () => any][] = [["one", () => fd((f) => f.append("a", "b"))], ["empty", () => fd(() => {})], ["nl", () => fd((f) => f.append("a\n\"b", "c\nd\r\ne\rf"))], ["blob", () => fd((f) => { f.append("x", new Blob(["bb"], { type: "t/u" })); f.append("y", new Blob(["cc"]), "n.txt"); f.append("z", new File(["ff"], "fn.html")); })], ["uni", () => fd((f) => f.append("ü", "日"))]];
const s2 = Bun.serve({ ...listen(), fetch(req) { return new Response(replies.find(([n]) => "/" + n === new URL(req.url).pathname)![1]()); } });
for (const [n] of replies) for (const m of ["GET", "HEAD"]) { const t = await raw(s2, `${m} /${n} HTTP/1.1\r\nHost: x\r\n\r\n`); const b = /boundary=([^\r]+)/i.exec(t)?.[1] ?? "?"; console.log(m, n, b.length, JSON.stringify(t.replaceAll(b, "B").replace(/\r\nDate: [^\r]*/, ""))); }
for (const [n, f] of replies) { const r = new Response(f()); const r2 = await r.clone().formData(); console.log(n, [...r2].length, r.headers.get("content-type")!.split("=")[0]); const q = new Request("http://a/", { method: "POST", body: f() }); console.log([...await q.formData()].length, (await new Response(f(), { headers: { "content-type": "multipart/form-data" } }).formData().then((x) => [...x].length, d))); }
server.stop(true); s2.stop(true);
