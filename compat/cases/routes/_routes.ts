import { listen, parse, raw, show } from "../../client.ts";

/** A handler that says which it is, and what it got. */
export const named = (name: string) => (request: any) =>
  new Response(`${name} ${JSON.stringify(request.params)} ${request.method}`);

/** Serves `routes` and prints what each of `asked` (`METHOD path`, or a path alone) is answered with. */
export async function ask(
  label: string,
  routes: any,
  asked: string[],
  fetch: any = () => new Response("from fetch", { status: 404 }),
): Promise<void> {
  const server: any = Bun.serve({
    ...listen(),
    development: false,
    routes,
    ...(fetch === null ? {} : { fetch }),
  });
  for (const one of asked) {
    const [method, path] = /^[A-Z-]+ /.test(one) ? one.split(" ") : ["GET", one];
    const { status, body } = parse(
      await raw(
        server,
        `${method} ${path} HTTP/1.1\r\nHost: test\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
      ),
    );
    console.log(`${label} | ${method} ${show(path ?? "")} | ${status.slice(9)} | ${show(body)}`);
  }
  await server.stop(true);
}
