// @covers Bun.CookieMap
import { attempt, listen, send } from "../../client.ts";

const values = ["", " ", "a", "a b", "a;b", "a,b", "a=b", '"a"', "a\\b", "ü", "€", "😀", "\ud800", "a\ud800b", "%", "%20", "%41", "+", "\0", "a\r\nb", "\t", "a/b?c#d", "'", "(a)", "[a]", "{a}", "<a>", "^", "`", "|", "~", "!", "*", "\u007f", "\u0080", "\u2028", "null", "undefined", "x".repeat(5000)];
for (const value of values) {
  await attempt(JSON.stringify(value.slice(0, 20)), () => {
    const map = new Bun.CookieMap();
    map.set("n", value);
    const line = map.toSetCookieHeaders()[0] ?? "";
    const back = new Bun.CookieMap(line.split(";")[0] ?? "");
    return `${line.slice(0, 90)} | ${back.get("n") === value} | ${Bun.Cookie.parse(line).value === value} | ${map.has("n")}`;
  });
}
const server = Bun.serve({
  ...listen(),
  routes: {
    "/:n": (request: any) => {
      request.cookies.set("n", values[Number(request.params.n)] ?? "");
      return new Response("set");
    },
  },
  fetch: () => new Response("fetch"),
});
for (const n of values.keys()) {
  const { fields } = await send(server, "GET", `/${n}`);
  console.log(n, JSON.stringify(fields.filter(([name]) => /^set-cookie$/i.test(name)).map(([, value]) => value.slice(0, 80))));
}
for (const name of ["a", "a b", "a;b", "a=b", "", "ü", "a\r\nb", "__Host-a", "__Secure-a", "__host-a", "__Secure", "a,b", "(a)", "a/b", '"a"', "%41", "$a", "a\tb", "a\0"]) {
  await attempt(`name ${JSON.stringify(name)}`, () => {
    const map = new Bun.CookieMap();
    map.set(name, "v");
    return JSON.stringify(map.toSetCookieHeaders());
  });
  await attempt(`delete ${JSON.stringify(name)}`, () => {
    const map = new Bun.CookieMap();
    map.delete(name);
    return JSON.stringify(map.toSetCookieHeaders());
  });
}
await server.stop(true);
