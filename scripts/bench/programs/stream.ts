/** An async generator that yields `PIECES` pieces of 1 KiB. */
const count = Number(process.env["PIECES"]);
const piece = "x".repeat(1024);
const server = Bun.serve({
  port: 0,
  fetch() {
    return new Response(async function* () {
      for (let index = 0; index < count; index++) yield piece;
    } as unknown as BodyInit);
  },
});
console.log(server.port);
