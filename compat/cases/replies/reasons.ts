// @covers Response
// The reason phrase of every status, and which ones carry a body.
import { listen, send } from "../../client.ts";
const server = Bun.serve({ ...listen(), fetch: (req: Request) => new Response(null, { status: Number(new URL(req.url).pathname.slice(1)) }) });
for (let status = 200; status < 600; status++) {
  const reply = await send(server, "GET", `/${status}`);
  const length = reply.fields.find(([name]) => name.toLowerCase() === "content-length")?.[1];
  if (reply.status !== `HTTP/1.1 ${status} HM` || length !== "0") console.log(reply.status, length);
}
await server.stop(true);
