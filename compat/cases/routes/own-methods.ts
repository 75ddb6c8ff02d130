// @covers Serve.Options.routes
// Methods are read from the object itself, and before anything else that it may be.
import { attempt, brief, describe, listen } from "../../client.ts";

const says = (text: string) => () => new Response(text);
class Controller {
  GET = says("field");
  POST() {
    return new Response("method of a class");
  }
}
class Resource {
  GET() {
    return new Response("method of a class");
  }
}
const values: Record<string, () => any> = {
  "fields of a class": () => new Controller(),
  "methods of a class": () => new Resource(),
  "static methods": () => class { static GET = says("static"); },
  inherited: () => Object.create({ GET: says("inherited") }),
  "own and inherited": () => Object.assign(Object.create({ POST: says("inherited") }), { GET: says("own") }),
  "not enumerable": () => Object.defineProperty({}, "GET", { value: says("hidden") }),
  getter: () => ({ get GET() { return says("getter"); } }),
  "throwing getter": () => ({ get GET() { throw new RangeError("mine"); } }),
  "function with methods": () => Object.assign(says("function"), { GET: says("member") }),
  "array with methods": () => Object.assign([], { GET: says("member") }),
  "Response with methods": () => Object.assign(new Response("response"), { GET: says("member") }),
  "Blob with methods": () => Object.assign(new Blob(["blob"]), { GET: says("member") }),
  "proxy of an object": () => new Proxy({ GET: says("target") }, {}),
  "proxy that inherits": () => new Proxy(Object.create({ GET: says("inherited") }), {}),
  "proxy that claims": () => new Proxy({}, { has: () => true, get: () => says("claimed") }),
  "proxy that shows": () => new Proxy({}, { getOwnPropertyDescriptor: (_, name) => name === "GET" ? { value: says("shown"), configurable: true } : undefined }),
  "throwing proxy": () => new Proxy({}, { getOwnPropertyDescriptor() { throw new RangeError("trap"); } }),
  "names in lower case": () => ({ get: says("lower") }),
  "index that is no text": () => ({ index: 5 }),
  "index of a Response": () => Object.assign(new Response("response"), { index: [] }),
  "index without files": () => ({ index: "x" }),
  "mixed with others": () => ({ GET: says("upper"), get: says("lower"), LIST: 1 }),
};
for (const [name, value] of Object.entries(values)) {
  await attempt(name, async () => {
    let server: any;
    try {
      server = Bun.serve({ ...listen(), routes: { "/a": value() }, fetch: says("fetch"), error: () => new Response("failed") } as any);
    } catch (error) {
      return describe(error).split("\n")[0];
    }
    for (const method of ["GET", "HEAD", "POST"]) await brief(server, method, "/a");
    await server.stop(true);
    return "served";
  });
}
