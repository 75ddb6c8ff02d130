// @covers Serve.Options.unix
// Where fetch goes from a unix socket when it is redirected: to whom the URL names. And what it streams.
const unix = "app.sock";
const other = Bun.serve({ port: 0, hostname: "::1", fetch: (request) => new Response(`other ${new URL(request.url).pathname}`) });
const server = Bun.serve({
  unix,
  async fetch(request) {
    const { pathname } = new URL(request.url);
    const location: Record<string, string> = { "/relative": "/target", "/there": `${other.url}there`, "/nowhere": "http://nowhere.invalid/" };
    if (location[pathname]) return new Response(null, { status: 302, headers: { location: location[pathname] } });
    return new Response(`${pathname} ${request.headers.get("content-length")} ${request.headers.get("transfer-encoding")} ${request.headers.get("content-type")} ${await request.text()}`);
  },
});
const ask = async (name: string, url: string | Request, init: object = {}): Promise<void> => {
  try {
    const response = await fetch(url as any, { unix, ...init } as any);
    console.log(name, response.status, response.redirected, response.url, await response.text());
  } catch (error: any) {
    console.log(name, error.constructor.name, error.code, error.message);
  }
};
await ask("relative", "http://localhost:1/relative");
await ask("to TCP", "http://localhost:1/there");
await ask("to nowhere", "http://localhost:1/nowhere");
await ask("manual", "http://localhost:1/relative", { redirect: "manual" });
await ask("error", "http://localhost:1/relative", { redirect: "error" });
const stream = (): ReadableStream => new ReadableStream({ async start(controller) { controller.enqueue("a"); await Bun.sleep(5); controller.enqueue("b"); controller.close(); } });
await ask("text", "http://localhost/text", { method: "POST", body: "text" });
await ask("stream", "http://localhost/stream", { method: "POST", body: stream() });
await ask("request", new Request("http://localhost/request", { method: "POST", body: "text" }));
await ask("request with a stream", new Request("http://localhost/stream", { method: "POST", body: stream(), duplex: "half" } as any));
for (const value of ["", null, "/nowhere.sock"]) await ask(`unix ${JSON.stringify(value)}`, "http://localhost:1/", { unix: value });
process.exit(0);
