// @covers Bun.serve
setTimeout(() => process.exit(0), 2000);
export default {
  port: 0,
  fetch(req: Request, server: any) {
    return new Response(`${new URL(req.url).pathname} ${this === undefined} ${typeof server.stop}`);
  },
};
setTimeout(async () => {
  console.log("still alive");
  process.exit(0);
}, 100);
