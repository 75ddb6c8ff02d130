// @covers Serve.Options.fetch
const options = {
  port: 0,
  fetch(this: any, req: Request, server: any) {
    return new Response(`${this === server} ${this === options} ${arguments.length}`);
  },
  error(this: any) {
    return new Response(`${this === server} ${arguments.length}`);
  },
  routes: {
    "/route"(this: any, req: Request, server: any) {
      return new Response(`${this === server} ${this === undefined} ${arguments.length}`);
    },
    "/method": { GET(this: any, req: Request, server: any) { return new Response(`${this === server} ${arguments.length}`); } },
    "/throws"() { throw new Error("x"); },
  },
};
const server = Bun.serve(options as any);
for (const path of ["/", "/route", "/method", "/throws"]) console.log(path, await (await fetch(new URL(path, server.url))).text());
server.stop(true);
