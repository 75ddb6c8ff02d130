/** Sends the file that `FILE` names. */
const path = process.env["FILE"] ?? "";
const server = Bun.serve({
  port: 0,
  fetch() {
    return new Response(Bun.file(path));
  },
});
console.log(server.port);
