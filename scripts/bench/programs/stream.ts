/** An async generator that yields 16 pieces of 1 KiB. */
const piece = "x".repeat(1024);
const server = Bun.serve({
  port: 0,
  fetch() {
    return new Response(async function* () {
      for (let index = 0; index < 16; index++) yield piece;
    } as unknown as BodyInit);
  },
});
console.log(server.port);
