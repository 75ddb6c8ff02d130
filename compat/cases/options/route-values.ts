// @covers Serve.Options.routes
import { attempt } from "../../client.ts";

const serve = (options: any) => {
  const server = Bun.serve({ port: 0, ...options });
  server.stop(true);
  return "accepted";
};
const values: [string, unknown][] = [
  ["5", 5], ["null", null], ["undefined", undefined], ["{}", {}], ['"x"', "x"], ["false", false], ["true", true], ["[]", []],
  ["function", () => {}], ["Response", new Response("a")], ["Blob", new Blob(["x"])], ["Date", new Date()], ["Map", new Map()],
  ["{GET:5}", { GET: 5 }], ["{GET:Response}", { GET: new Response("x") }], ["{get}", { get() {} }], ["{FOO}", { FOO() {} }],
  ["{GET,X}", { GET() {}, X: 1 }], ["{GET:undefined}", { GET: undefined }], ["{GET:null}", { GET: null }], ["{GET:false}", { GET: false }],
  ["symbol", Symbol("x")], ["1n", 1n], ["instance", new (class A {})()], ["promise", Promise.resolve(new Response("x"))],
];
for (const [name, value] of values) await attempt(`/ ${name}`, () => serve({ routes: { "/": value } }));
