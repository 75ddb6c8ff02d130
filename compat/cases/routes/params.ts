// @covers BunRequest.params
import { brief, listen } from "../../client.ts";

const seen = (work: (request: any) => unknown) => (request: any) => {
  try {
    return new Response(String(work(request)));
  } catch (error: any) {
    return new Response(error.name);
  }
};
const server = Bun.serve({
  ...listen(),
  routes: {
    "/kind/:id": seen((r) => [
      Object.prototype.toString.call(r.params),
      Object.isFrozen(r.params),
      r.params === r.params,
      r.params.constructor?.name,
      r.params.hasOwnProperty,
      Object.keys(r.params),
      Object.keys(r).join(),
      "params" in r,
    ]),
    "/set/:id": seen((r) => {
      r.params.id = "z";
      r.params.more = 1;
      return JSON.stringify(r.params);
    }),
    "/assign/:id": seen((r) => {
      "use strict";
      r.params = 5;
      return "assigned";
    }),
    "/spread/:a/:b": seen((r) => JSON.stringify([{ ...r.params }, Object.entries(r.params)])),
    "/clone/:id": seen(
      (r) => JSON.stringify(structuredClone({ ...r.params })) + JSON.stringify(r.clone().params),
    ),
    "/order/:b/:a": seen((r) => Object.keys(r.params)),
    "/odd/:constructor/:toString": seen((r) => JSON.stringify(r.params)),
    "/dash/:a-b/:_c/:d.e/:$f": seen((r) => JSON.stringify(r.params)),
    "/none": seen((r) => JSON.stringify(r.params) + Object.getPrototypeOf(r.params)),
    "/wild/*": seen((r) => JSON.stringify(r.params)),
    "/:": seen((r) => JSON.stringify(r.params)),
    "/shown/:id/:other": seen((r) => {
      console.log(r.params);
      return "";
    }),
  } as any,
});
for (const path of [
  "/kind/1",
  "/set/1",
  "/assign/1",
  "/spread/1/2",
  "/clone/1",
  "/order/1/2",
  "/odd/1/2",
  "/dash/1/2/3/4",
  "/none",
  "/wild/a/b",
  "/anything",
  "/shown/1/x",
])
  await brief(server, "GET", path);
await server.stop(true);
