// @covers BunRequest.params
import { attempt, brief, listen } from "../../client.ts";

for (const name of [
  "id", "__proto__", "constructor", "toString", "hasOwnProperty", "length", "a-b", "a.b", "a$b", "_", "$", "A", "user_id", "x,y", "a b", "a=b", "(x)", "x?", "then",
]) {
  await attempt(name, async () => {
    const server = Bun.serve({
      ...listen(),
      development: false,
      routes: {
        [`/p/:${name}`]: (request: any) => {
          const { params } = request;
          return Response.json({
            keys: Object.keys(params),
            own: Object.getOwnPropertyNames(params),
            value: typeof params[name] === "string" ? params[name] : typeof params[name],
            json: JSON.stringify(params),
            spread: Object.entries({ ...params }),
          });
        },
      } as any,
      fetch: () => new Response("fetch"),
    });
    await brief(server, "GET", "/p/value%21");
    await server.stop(true);
    return "served";
  });
}
