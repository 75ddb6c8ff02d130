/* Serves one workload with uWebSockets.js alone: `uws.ts PROGRAM`; prints the port, or the path of the socket. */
import { loadEngine } from "../../../src/wire/uws/engine.js";
import { HANDLERS } from "./uws-handlers.js";

const program = process.argv[2] ?? "";
const routes = HANDLERS[program];
if (routes === undefined) throw new Error(`no routes for ${program}`);
const { uws } = loadEngine();
if (uws === null) throw new Error("no uWebSockets.js runs here");
const { KEY, CERTIFICATE, SOCKETS } = process.env;
const app =
  program === "hello-tls" ? uws.SSLApp({ key_file_name: KEY, cert_file_name: CERTIFICATE }) : uws.App();
routes(app);
if (program === "hello-unix") {
  const path = `${SOCKETS}/bench-${process.pid}.sock`;
  app.listen_unix((socket) => {
    if (socket === false) throw new Error("cannot listen");
    console.log(path);
  }, path);
} else {
  app.listen("0.0.0.0", 0, uws.LIBUS_LISTEN_EXCLUSIVE_PORT, (socket) => {
    if (socket === false) throw new Error("cannot listen");
    console.log(uws.us_socket_local_port(socket));
  });
}
