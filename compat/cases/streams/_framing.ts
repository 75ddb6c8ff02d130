/** Asks for each answer in turn and prints how it was framed, and what its content is once that is taken away. */
import { listen, parse, raw, request } from "../../client.ts";

export const pause = (milliseconds = 5): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function framing(answers: Record<string, () => any>, method = "GET"): Promise<void> {
  const server = Bun.serve({
    ...listen(),
    development: false,
    fetch(req: Request) {
      const answer = answers[new URL(req.url).pathname.slice(1)]!();
      return answer instanceof Response ? answer : new Response(answer);
    },
  });
  for (const name of Object.keys(answers)) {
    const reply = parse(await raw(server, request(method, `/${name}`)));
    const field = reply.fields.find(([key]) => /^(content-length|transfer-encoding)$/i.test(key));
    const { body } = reply;
    const shown = body.length > 60 ? `${body.slice(0, 20)}… (${body.length})` : JSON.stringify(body);
    console.log(name, reply.status.slice(9, 12), field?.join(": ").toLowerCase(), shown, server.pendingRequests);
  }
  await server.stop(true);
}
