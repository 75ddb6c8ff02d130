// @covers Serve.Options
// Of several wrong options the first is named, in an order of Bun's own; each is read once.
const wrong: Record<string, unknown> = {
  development: { get console() { throw new Error("development.console is read"); } },
  routes: 1,
  idleTimeout: 999,
  websocket: 1,
  port: 99_999,
  hostname: Symbol(),
  unix: Symbol(),
  id: Symbol(),
  error: 1,
  fetch: 1,
  tls: 1,
  key: 1,
};
for (const name of Object.keys(wrong)) {
  try {
    Bun.serve({ ...wrong } as any).stop(true);
    console.log(name, "listens");
  } catch (error: any) {
    console.log(name, error.name, error.message.split("\n")[0]);
  }
  delete wrong[name];
}

const KNOWN = ["development", "routes", "idleTimeout", "websocket", "port", "hostname", "unix", "id", "reusePort", "ipv6Only", "maxRequestBodySize", "error", "fetch", "tls"];
const read: string[] = [];
const options = { port: 0, hostname: "127.0.0.1", development: true, idleTimeout: 20, fetch: () => new Response("x") };
const watched = new Proxy(options, {
  get(target, name) {
    if (KNOWN.includes(String(name))) read.push(String(name));
    return Reflect.get(target, name);
  },
});
Bun.serve(watched).stop(true);
console.log(read.join());
