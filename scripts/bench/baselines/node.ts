/* Serves one workload with node:http: `node.ts PROGRAM`; prints the port. */
import { createServer } from "node:http";
import { HANDLERS } from "./node-handlers.js";

const handler = HANDLERS[process.argv[2] ?? ""];
if (handler === undefined) throw new Error(`no handler for ${process.argv[2]}`);
const server = createServer(handler).listen(0, () => {
  const address = server.address();
  if (typeof address === "object") console.log(address?.port);
});
