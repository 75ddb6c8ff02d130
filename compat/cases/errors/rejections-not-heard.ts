// @covers Serve.Options.fetch
// Who listens for uncaught exceptions hears what was thrown, but nothing of rejections: these end the program with 1.
const heard: string[] = [];
let thrown = () => {};
process.on("uncaughtException", (error, origin) => {
  heard.push(`${error.message} ${origin}`);
  thrown();
});
const server = Bun.serve({
  port: 0,
  fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === "/throw") setTimeout(() => { throw new Error("thrown"); });
    if (pathname === "/reject") Promise.reject(new Error("rejected"));
    return new Response(pathname);
  },
});
const hears = new Promise<void>((resolve) => (thrown = resolve));
const replies: string[] = [];
for (const path of ["/throw", "/reject", "/"]) replies.push(await (await fetch(new URL(path, server.url))).text());
await hears;
console.log(replies.join(), heard.join());
await server.stop(true);
