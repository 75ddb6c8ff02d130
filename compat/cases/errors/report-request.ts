// @covers Serve.Options.development
// @compare stderr
// In development, the request that failed is named behind its error.
import { listen, send } from "../../client.ts";
const server = Bun.serve({ ...listen(), development: true, fetch(req: Request) { if (req.method === "POST") return Promise.reject("rejected"); throw "thrown"; } });
for (const [method, path] of [["GET", "/"], ["POST", "/a/b?c=d&e=%20"], ["DELETE", "/%C3%A9"]]) console.log((await send(server, method!, path!)).status);
const mine = Bun.serve({ ...listen(), development: true, fetch() { throw "first"; }, error() { throw "second"; } });
console.log((await send(mine, "GET", "/mine")).status);
process.exit(0);
