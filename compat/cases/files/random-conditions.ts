// @covers Bun.file
// Sixty servers of files, slices, directories and texts, and twelve requests with ranges and conditions for each.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { listen, parse, raw } from "../../client.ts";
import { type Random, random } from "../../random.ts";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "files-"));
process.chdir(root);
const CHANGED = 1700000000; // Tue, 14 Nov 2023 22:13:20 GMT
for (const [name, content] of Object.entries({
  "a.txt": "0123456789", "empty.txt": "", "b.bin": "bin\0ary", one: "1", "part.txt": "fractional", "d/a.html": "<p>x</p>", "d/index.html": "INDEX", "d/sub/x.json": "{}", "d/empty": "", "d/style.css": "a{}",
})) {
  fs.mkdirSync(path.dirname(name), { recursive: true });
  fs.writeFileSync(name, content);
  const time = CHANGED + (name === "part.txt" || name === "d/style.css" ? 0.7 : 0);
  fs.utimesSync(name, time, time);
}

const FIELDS: Record<string, string[]> = {
  ETag: ['"e"', 'W/"e"', "e", ""],
  "Last-Modified": ["Tue, 14 Nov 2023 22:13:20 GMT", "Mon, 01 Jan 2024 00:00:00 GMT", "x", ""],
  "Content-Type": ["x/y", "", "text/html"],
  "Content-Range": ["bytes 0-1/2"],
  "Accept-Ranges": ["none"],
  "Content-Disposition": ["inline"],
  "X-A": ["1"],
  "Set-Cookie": ["a=1"],
};
const DATES = [
  "Tue, 14 Nov 2023 22:13:20 GMT", "Tue, 14 Nov 2023 22:13:19 GMT", "Tue, 14 Nov 2023 22:13:21 GMT", "Mon, 01 Jan 2024 00:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "x", "", "0", "2023-11-14T22:13:20Z", "Tuesday, 14-Nov-23 22:13:20 GMT", "Tue Nov 14 22:13:20 2023",
  "Tue, 14 Nov 2023 23:13:20 +0100", "tue, 14 nov 2023 22:13:20 gmt", "1700000000", "Wed, 31 Dec 1969 00:00:00 GMT",
];
const TAGS = ['"e"', 'W/"e"', "*", '"x"', '"x", "e"', "e", "", '"e', '*, "e"', '"e",', ',"e"', 'w/"e"', 'W/ "e"', '"a,b", "e"', '"07f127111dbe9863"', 'W/"a-6553f100"', 'W/"8-6553f100"'];
const RANGES = [
  "bytes=0-1", "bytes=0-", "bytes=-3", "bytes=3-5", "bytes=9-9", "bytes=10-", "bytes=5-100", "bytes=5-3", "bytes=-0", "bytes=-100", "bytes=", "bytes=-", "bytes=a-b", "bytes=0-1,3-4", "bytes = 0-1", "bytes= 0 - 1 ", "BYTES=0-1", "items=0-1", "0-1",
  "bytes=+0-1", "bytes=00-01", "bytes=18446744073709551615-", "bytes=18446744073709551616-", "bytes=0-18446744073709551616", "bytes=--1", "", "bytes=0-1-2", "bytes=,0-1", "bytes=0-9",
];
const IN_DIRECTORY = ["/d/a.html", "/d/", "/d", "/d/index.html", "/d/sub/x.json", "/d/sub", "/d/sub/", "/d/empty", "/d/style.css", "/d/none", "/d/%61.html", "/d/../a.txt", "/d//a.html", "/d/a.html?x", "/d/sub?x=1"];

function file({ chance, pick }: Random): any {
  const whole: any = Bun.file(pick(["a.txt", "empty.txt", "b.bin", "one", "part.txt", "missing", "d"]), chance(0.1) ? { type: "my/type" } : {});
  if (chance(0.65)) return whole;
  const slices = [[2], [0, 4], [3, 5], [20], [-3], [1, -1], [5, 2], [0], [0, 100], [2, 5, "sl/ice"]];
  return whole.slice(...pick(slices));
}

function init({ chance, pick }: Random): any {
  if (chance(0.4)) return undefined;
  const headers = Object.fromEntries(Object.entries(FIELDS).filter(() => chance(0.2)).map(([name, values]) => [name, pick(values)]));
  return chance(0.25) ? { status: pick([200, 201, 206, 204, 304, 404, 416, 301]), headers } : { headers };
}

function route(chosen: Random): any {
  const kind = chosen.int(5);
  const given = init(chosen);
  const one = file(chosen);
  switch (kind) {
    case 0:
      return one;
    case 1:
      return new Response(one, given);
    case 2:
      return () => new Response(one, given);
    case 3:
      return new Response("S", given?.status === 204 || given?.status === 304 ? {} : given);
    default:
      return async () => {
        await 1;
        return new Response(one, given);
      };
  }
}

function condition({ int, pick }: Random): string {
  switch (int(8)) {
    case 0:
    case 1:
    case 2:
      return `Range: ${pick(RANGES)}`;
    case 3:
      return `If-Range: ${pick([...DATES, ...TAGS])}`;
    case 4:
      return `If-None-Match: ${pick(TAGS)}`;
    case 5:
      return `If-Modified-Since: ${pick(DATES)}`;
    case 6:
      return `If-Match: ${pick(TAGS)}`;
    default:
      return `If-Unmodified-Since: ${pick(DATES)}`;
  }
}

for (let seed = 0; seed < 60; seed++) {
  const chosen = random(seed * 104729);
  const routes: any = Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`/${i}`, route(chosen)]));
  routes["/d/*"] = { dir: "d" };
  const server = Bun.serve({
    ...listen(),
    development: false,
    routes,
    fetch: (req: any) => new Response(`fetch ${req.method}`),
    error: (error: any) => new Response(`${error.code} ${error.message}`, { status: 500 }),
  } as any);
  console.log(seed);
  for (let i = 0; i < 12; i++) {
    const target = chosen.chance(0.2) ? chosen.pick(IN_DIRECTORY) : `/${chosen.int(4)}`;
    const method = chosen.pick(["GET", "GET", "GET", "GET", "HEAD", "POST", "OPTIONS"]);
    const conditions = chosen.many(3, () => condition(chosen));
    const content = method === "POST" ? "Content-Length: 0\r\n" : "";
    const text = `${method} ${target} HTTP/1.1\r\nHost: test\r\n${conditions.map((field) => `${field}\r\n`).join("")}${content}\r\n`;
    const { status, fields, body } = parse(await raw(server, text));
    // The order of fields, and where Content-Length stands among them, is another case's.
    const shown = fields.filter(([name]) => name !== "Date").map(([name, value]) => `${name.toLowerCase()}: ${value}`).sort();
    console.log(`  ${method} ${target} ${conditions.join("; ")} -> ${status.slice(9)} | ${shown.join(" | ")} | ${JSON.stringify(body)}`);
  }
  await server.stop(true);
}
process.chdir(os.tmpdir());
fs.rmSync(root, { recursive: true });
