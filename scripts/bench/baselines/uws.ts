/* Serves one workload with uWebSockets.js alone: `uws.ts PROGRAM`; prints the port. */
import { loadEngine } from "../../../src/wire/uws/engine.js";
import { HANDLERS } from "./uws-handlers.js";

const routes = HANDLERS[process.argv[2] ?? ""];
if (routes === undefined) throw new Error(`no routes for ${process.argv[2]}`);
const { uws } = loadEngine();
if (uws === null) throw new Error("no uWebSockets.js runs here");
const app = uws.App();
routes(app);
app.listen("0.0.0.0", 0, uws.LIBUS_LISTEN_EXCLUSIVE_PORT, (socket) => {
  if (socket === false) throw new Error("cannot listen");
  console.log(uws.us_socket_local_port(socket));
});
