// @covers Serve.Options.routes
import { brief, listen } from "../../client.ts";

const failures: Record<string, any> = {
  throws: () => {
    throw new Error("thrown");
  },
  rejects: async () => {
    throw new RangeError("rejected");
  },
  "throws-text": () => {
    throw "text";
  },
  "throws-nothing": () => {
    throw undefined;
  },
  "throws-response": () => {
    throw new Response("thrown response", { status: 418 });
  },
  "rejects-response": () => Promise.reject(new Response("rejected response", { status: 418 })),
  returns: () => undefined,
  "returns-text": () => "text",
  "returns-object": () => ({}),
  "resolves-null": async () => null,
  "resolves-later": async () => {
    await 1;
    return 5;
  },
  error: () => Response.error(),
};
for (const handled of [true, false]) {
  const routes: any = {};
  for (const [name, handler] of Object.entries(failures)) {
    routes[`/${name}/:id`] = handler;
    routes[`/m/${name}`] = { GET: handler };
  }
  const server = Bun.serve({
    ...listen(),
    development: false,
    routes,
    fetch: () => new Response("fetch"),
    ...(handled
      ? { error: (error: any) => new Response(`handled ${error instanceof Error ? `${error.name} ${error.message.split("\n")[0]}` : typeof error}`, { status: 503 }) }
      : {}),
  });
  for (const name of Object.keys(failures)) {
    await brief(server, "GET", `/${name}/1`);
    await brief(server, "HEAD", `/${name}/1`);
    await brief(server, "GET", `/m/${name}`);
  }
  await server.stop(true);
}
