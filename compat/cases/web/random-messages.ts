// @covers Response
// Two thousand responses, redirects and requests made of what fits and what does not.
import { createHash } from "node:crypto";
import { describe } from "../../client.ts";
import { random } from "../../random.ts";

let chosen = random(0);
const json = (value: any): string => (typeof value === "symbol" ? "symbol" : typeof value === "bigint" ? `${value}n` : typeof value === "function" ? "function" : (JSON.stringify(value) ?? String(value)));
const told = async (work: () => unknown): Promise<string> => {
  try {
    return json(await work());
  } catch (error) {
    return `throws ${describe(error)}`;
  }
};
const BODIES: Record<string, () => any> = {
  undefined: () => undefined, null: () => null, text: () => "h\u00e9llo", empty: () => "", number: () => 5, true: () => true, false: () => false, bigint: () => 10n, symbol: () => Symbol("s"), object: () => ({ a: 1 }), toString: () => ({ toString: () => "ts" }), array: () => [1, 2], date: () => new Date(0),
  bytes: () => new Uint8Array([104, 105]), "no bytes": () => new Uint8Array(0), words: () => new Uint16Array([1, 2]), view: () => new DataView(new ArrayBuffer(3)), buffer: () => new TextEncoder().encode("ab").buffer, blob: () => new Blob(["bl"], { type: "x/y" }), "untyped blob": () => new Blob(["bl"]),
  file: () => new File(["f"], "a.txt", { type: "text/css" }), parameters: () => new URLSearchParams("a=1&b=\u00e9"), stream: () => new ReadableStream({ start(c) { c.enqueue("s"); c.close(); } }), "a body": () => new Response("su8").body, generator: () => (async function* () { yield "g"; })(), "sync generator": () => (function* () { yield "g"; })(),
  function: () => () => 1, error: () => new Error("e"), map: () => new Map(), expression: () => /x/, url: () => new URL("http://a/b"), response: () => new Response("r"), headers: () => new Headers(), boxed: () => new String("boxed"), Buffer: () => Buffer.from("buf"), nan: () => Number.NaN,
};
const STATUSES: any[] = [200, 201, 204, 304, 101, 100, 199, 599, 600, 0, -1, 1000, Number.NaN, Infinity, "201", "abc", 200.7, null, undefined, {}, [], true, 2 ** 31, "", { valueOf: () => 202 }, 10n, Symbol("s")];
const TEXTS: any[] = ["OK", "", "x y", "\u00e9", null, undefined, 5, {}, Symbol("s"), true];
const HEADERS: (() => any)[] = [() => undefined, () => null, () => ({}), () => ({ a: "1" }), () => [["a", "1"]], () => new Headers({ "content-type": "q/r" }), () => "x", () => 5, () => [["a"]], () => ({ "a b": "1" }), () => ({ "content-type": "z/z" }), () => new Map([["m", "1"]]), () => ({ "Content-Type": "" })];
const URLS: any[] = ["http://a/b", "/rel", "", "a", "http://", "http://a b/", "HTTP://A/../b?q#h", 5, null, undefined, {}, new URL("http://u/x?y"), Symbol("s"), "http://u:p@h/", "data:text/plain,x", "about:blank", "file:///a", "//x/y", "http://[::1", "http://\u00e9/\u00fc?\u00df#\u00f6", "http://a:99999/", "http://a/%zz"];
const METHODS: any[] = ["GET", "get", "POST", "post", "PATCH", "patch", "head", "FOO", "foo", "", "a b", "CONNECT", "TRACE", "options", "delete", 5, null, undefined, {}, Symbol("s"), "G\u00c9T", "G\n"];
const OPTIONS: Record<string, any[]> = { mode: ["cors", "no-cors", "same-origin", "navigate", "x", null, 5], cache: ["no-store", "default", "x"], redirect: ["follow", "error", "manual", "x"], signal: [null, undefined, 5], referrer: ["", "x"], integrity: ["sha256-x", 5] };
const READERS = ["text", "json", "bytes", "arrayBuffer", "blob", "formData"];

async function read(message: any): Promise<string> {
  const reader = chosen.pick(READERS);
  return `${reader} ${await told(async () => {
    const value = await message[reader]();
    if (value instanceof ArrayBuffer) return [...new Uint8Array(value)];
    if (value instanceof Uint8Array) return [...value];
    return value instanceof Blob ? [value.type, value.size, await value.text()] : value;
  })}`;
}

function responseInit(): any {
  const { chance, int, pick } = chosen;
  const odd: any[] = [undefined, null, 5, "x", true, [], () => {}, new Response("i", { status: 201, headers: { i: "1" }, statusText: "I" }), Symbol("s")];
  if (int(14) < odd.length) return pick(odd);
  const init: any = {};
  if (chance(0.5)) init.status = pick(STATUSES);
  if (chance(0.4)) init.statusText = pick(TEXTS);
  if (chance(0.6)) init.headers = pick(HEADERS)();
  return init;
}

const responseFacts = (x: Response) => [x.status, x.statusText, x.ok, x.type, x.redirected, [...x.headers], x.body === null ? null : typeof x.body, x.bodyUsed];
const requestFacts = (x: Request) => [x.method, x.url, [...x.headers], x.mode, x.cache, x.redirect, x.body === null ? null : typeof x.body, x.bodyUsed];

let lines: string[] = [];
function tell(kind: string, index: number, line: string): void {
  lines.push(line);
  if (lines.length < 50) return;
  console.log(kind, index, createHash("sha1").update(lines.join("\n")).digest("hex"), lines.find((one) => one.length < 160) ?? "");
  lines = [];
}

for (let i = 0; i < 800; i++) {
  chosen = random(i * 31);
  const name = chosen.pick(Object.keys(BODIES));
  const init = responseInit();
  let response: any;
  const made = await told(() => responseFacts((response = new Response(BODIES[name]?.(), init))));
  tell("Response", i, `${name} ${made} ${response && name !== "null" && name !== "undefined" ? `${await read(response)} ${await read(response)} ${response.bodyUsed}` : ""}`);
}
for (let i = 0; i < 400; i++) {
  chosen = random(i * 37);
  const name = chosen.pick(Object.keys(BODIES));
  const status = chosen.chance(0.3) ? chosen.pick(STATUSES) : responseInit();
  const url = chosen.pick(URLS.filter((one) => typeof one !== "symbol"));
  const one = await told(() => responseFacts(Response.json(BODIES[name]?.(), status)));
  tell("json and redirect", i, `${name} ${one} ${await told(() => responseFacts(Response.redirect(url, status)))}`);
}
for (let i = 0; i < 800; i++) {
  chosen = random(i * 41);
  const { chance, pick } = chosen;
  const init: any = {};
  if (chance(0.5)) init.method = pick(METHODS);
  if (chance(0.4)) init.headers = pick(HEADERS)();
  const name = pick(Object.keys(BODIES));
  if (chance(0.4)) init.body = BODIES[name]?.();
  for (const [option, values] of Object.entries(OPTIONS)) if (chance(0.12)) init[option] = pick(values);
  const source = chance(0.2) ? new Request("http://source/x", { method: "POST", body: "src", headers: { s: "1" } }) : chance(0.5) ? "http://a/b" : pick(URLS);
  let request: any;
  const made = await told(() => requestFacts((request = new Request(source, init))));
  tell("Request", i, `${"body" in init ? name : ""} ${made} ${request && request.body !== null ? await read(request) : ""}`);
}
