// @covers Serve.Options.fetch
// With a listener for uncaught exceptions, one that a handler's timer throws does not stop the server.
const errors: string[] = [];
process.on("uncaughtException", (error) => errors.push(error.message));
process.on("unhandledRejection", (error: any) => errors.push(error.message));
const server = Bun.serve({
  port: 0,
  fetch() {
    setTimeout(() => { throw new Error("from a timer"); }, 1);
    Promise.reject(new Error("from a promise"));
    return new Response("x");
  },
});
console.log(await (await fetch(server.url)).text());
await new Promise((resolve) => setTimeout(resolve, 30));
console.log(errors.sort().join(), await (await fetch(server.url)).text());
await new Promise((resolve) => setTimeout(resolve, 30));
await server.stop(true);
process.exit(0);
