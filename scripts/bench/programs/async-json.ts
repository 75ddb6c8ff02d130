/** An async handler that reads one header field and answers JSON. */
const server = Bun.serve({
  port: 0,
  async fetch(request) {
    const language = request.headers.get("accept-language");
    await Promise.resolve();
    return Response.json({ language, active: true });
  },
});
console.log(server.port);
