// @covers Server.reload, Serve.Options.routes
import { attempt } from "../../client.ts";
const server: any = Bun.serve({ port: 0, routes: { "/a": new Response("a1"), "/b": () => new Response("b1") }, fetch: () => new Response("fallback") });
const get = async (path: string) => (await fetch(new URL(path, server.url))).text();
const all = async () => console.log(await get("/a"), await get("/b"), await get("/c"));
await all();
server.reload({ routes: { "/a": () => new Response("a2"), "/c": new Response("c2") } });
await all();
server.reload({ routes: { "/c": { GET: () => new Response("c3") } }, fetch: () => new Response("fallback 3") });
await all();
server.reload({ fetch: () => new Response("only fetch") });
await all();
await attempt("bad route", () => server.reload({ routes: { bad: new Response("x") } }));
await all();
server.stop(true);
