// @covers Serve.Options.routes
// Eighty tables of routes, and ten requests for each.
import { describe, listen, parse, raw, request } from "../../client.ts";
import { type Random, random } from "../../random.ts";

const SEGMENTS = [
  "a", "b", "c", "users", "1", "x.y", "*", ":id", ":p", ":q", "%20", "a b", "%61", "A", "", "~", "*x", "a*", "a:b", ":", "::", "-", "..", ".", "%2F", "%2e", "@", "$", "+", "\u00e9%",
];
const SENT = [
  "a", "b", "c", "users", "1", "x.y", "%20", "%61", "%41", "A", "", "~", "zz", "a:b", "..", ".", "%2F", "%2f", "%2e", "@", "$", "+", "%C3%BC", "%FF", "%zz", "%", "*", ":id", "a*", "xx", "%00", "a%20b", "%25", "%2B",
  "<", '"', "{", "|", "\\", "^", "`", "'", "(", "[", ";a=1", "a,b", "&", "=", "!",
];

function path({ chance, int, pick }: Random): string {
  const segments = Array.from({ length: int(5) }, () => pick(SEGMENTS));
  return `/${segments.join("/")}${chance(0.1) ? "/" : ""}${chance(0.15) ? "*" : ""}`;
}

function route({ chance, int, pick }: Random, tag: string): any {
  const handler = (req: any) => new Response(`${tag} ${req.method} ${JSON.stringify(req.params)}`);
  switch (int(7)) {
    case 0:
      return new Response(`static ${tag}`);
    case 1:
      return false;
    case 2: {
      const methods = ["GET", "POST", "PUT", "HEAD", "DELETE", "PATCH", "OPTIONS"].filter(() => chance(0.35));
      return Object.fromEntries(methods.map((method) => [method, chance(0.5) ? new Response(`${method} ${tag}`) : chance(0.9) ? handler : pick([false, undefined, null, 1, "x", {}])]));
    }
    case 3:
      return async (req: any) => {
        await 1;
        return Response.json([tag, req.params]);
      };
    case 4:
      return Response.json({ tag }, { headers: { "X-Tag": tag } });
    default:
      return handler;
  }
}

function target({ chance, many, pick }: Random, patterns: readonly string[]): string {
  if (chance(0.5)) return `/${many(4, () => pick(SENT)).join("/")}${chance(0.1) ? "?q" : ""}`;
  const filled = pick(patterns).split("/").map((segment, i) => {
    if (i > 0 && /^[:*]/.test(segment)) return pick(SENT);
    return segment.endsWith("*") ? segment.slice(0, -1) + pick(SENT) : segment;
  });
  const sent = filled.join("/").replaceAll(" ", "%20") + (chance(0.15) ? pick(["/", "/x", "/x/y", "?", "?a=1", "//"]) : "");
  return /[^\x21-\x7e]/.test(sent) ? "/a" : sent;
}

for (let seed = 0; seed < 80; seed++) {
  const chosen = random(seed * 7919);
  const routes = Object.fromEntries(Array.from({ length: 1 + chosen.int(7) }, (_, i) => [path(chosen), route(chosen, `<${i}>`)]));
  console.log(seed, JSON.stringify(Object.keys(routes)));
  let server: any;
  try {
    server = Bun.serve({
      ...listen(),
      routes,
      fetch: (req: any) => new Response(`fetch ${req.method} ${req.url.replace(/^\w+:\/\/[^/]*/, "")} ${JSON.stringify(req.params)}`),
    } as any);
  } catch (error) {
    console.log(describe(error).split("\n")[0]);
    continue;
  }
  for (let i = 0; i < 10; i++) {
    const sent = target(chosen, Object.keys(routes));
    const method = chosen.pick(["GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]);
    const { status, fields, body } = parse(await raw(server, request(method, sent, {}, method === "POST" || method === "PUT" ? "" : undefined)));
    const shown = fields.filter(([name]) => name !== "Date").map(([name, value]) => `${name.toLowerCase()}: ${value}`);
    console.log(`  ${method} ${sent} ${status.slice(9)} | ${shown.join(" | ")} | ${JSON.stringify(body)}`);
  }
  await server.stop(true);
}
