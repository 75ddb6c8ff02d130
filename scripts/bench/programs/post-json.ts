/** Reads JSON of 1 KiB and answers a property of it. */
const server = Bun.serve({
  port: 0,
  async fetch(request) {
    const order = (await request.json()) as { id: number; text: string };
    return Response.json({ id: order.id, length: order.text.length });
  },
});
console.log(server.port);
