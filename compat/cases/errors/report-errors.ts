// @covers Serve.Options.error
// @compare stderr
// The source at fault, name and message, members, calls and causes of an error, on stderr.
import { brief, listen } from "../../client.ts";
const names = ["plain", "type", "nothing", "lines", "members", "number", "coded", "cause", "several", "none", "circle", "later", "deep"];
function inner() {
  throw new RangeError("from a function");
}
const server = Bun.serve({
  ...listen(),
  development: false,
  async fetch(req: Request) {
    const name = new URL(req.url).pathname.slice(1);
    if (name === "plain") throw new Error("boom");
    if (name === "type") throw new TypeError("bad type");
    if (name === "nothing") throw new Error();
    if (name === "lines") throw new Error("one\ntwo");
    if (name === "members") throw Object.assign(new Error("members"), { code: "E_X", status: 404, deep: { a: { b: { c: 1 } } } });
    if (name === "number") throw Object.assign(new Error("code"), { code: 5, long_name: "x" });
    if (name === "coded") throw Object.assign(new Error("E_GONE: it is gone"), { code: "E_GONE", path: "/x" });
    if (name === "cause") throw new Error("outer", { cause: new RangeError("inner", { cause: "text" }) });
    if (name === "several") throw new AggregateError([new Error("first"), new TypeError("second"), "third"], "many");
    if (name === "none") throw new AggregateError([], "none");
    if (name === "later") {
      await Bun.sleep(1);
      throw new Error("later");
    }
    if (name === "deep") inner();
    const error: any = new Error("circle");
    error.self = error;
    error.cause = error;
    throw error;
  },
});
for (const name of names) { console.error(`# ${name}`); await brief(server, "GET", `/${name}`); }
process.exit(0);
