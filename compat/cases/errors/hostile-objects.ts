// @covers Serve.Options.fetch
// Objects that fail when they are looked at, thrown, rejected and returned: each request is answered.
import { listen, send } from "../../client.ts";
const trap = (): never => { throw new Error("trap"); };
const getter = (name: string) => Object.defineProperty(new Error("x"), name, { get: trap });
const circle: any = new Error("circle"); circle.cause = circle;
const several: any = new AggregateError([], "several"); several.errors.push(several);
const gone = Proxy.revocable({}, {}); gone.revoke();
const things: Record<string, any> = {
  proxy: new Proxy(new Error("p"), { get: trap, ownKeys: trap, getPrototypeOf: trap, has: trap, getOwnPropertyDescriptor: trap }),
  gone: gone.proxy, message: getter("message"), name: getter("name"), stack: getter("stack"), cause: getter("cause"), circle, several,
  huge: new Error("h".repeat(2_000_000)), frozen: Object.freeze(new Error("f")), bare: Object.create(null), text: { toString: trap }, json: { toJSON: trap },
  thenable: { then(_: unknown, reject: (error: Error) => void) { reject(new Error("thenable")); } }, fake: Object.create(Response.prototype), responseProxy: new Proxy(new Response("x"), {}),
};
for (const development of [false, true]) {
  const server = Bun.serve({ ...listen(), development, fetch(req: Request) {
    const [, how, name = ""] = new URL(req.url).pathname.split("/");
    if (how === "throw") throw things[name];
    if (how === "reject") return Promise.reject(things[name]);
    if (how === "late") return Bun.sleep(1).then(() => { throw things[name]; });
    return things[name];
  } });
  for (const how of ["throw", "reject", "late", "return"]) for (const name of Object.keys(things)) console.log(development, how, name, (await send(server, "GET", `/${how}/${name}`)).status);
  await server.stop(true);
}
