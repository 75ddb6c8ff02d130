/*
 * Loads the engine, serves one request with it, and prints what it is, as JSON. Run by the matrix in each
 * place: a binary that loads but cannot serve would show here.
 */
import { loadEngine } from "../../src/wire/uws/engine.js";

const start = performance.now();
const engine = loadEngine();
const milliseconds = performance.now() - start;
const refusals = engine.refusals.map(({ candidate, reason }) => `${candidate} ${reason}`);
const version = engine.uws === null ? null : engine.version;
if (engine.uws !== null) {
  const { uws } = engine;
  const app = uws.App().any("/*", (response) => {
    response.end("served");
  });
  let port = 0;
  app.listen("127.0.0.1", 0, uws.LIBUS_LISTEN_EXCLUSIVE_PORT, (socket) => {
    if (socket !== false) port = uws.us_socket_local_port(socket);
  });
  const text = await (await fetch(`http://127.0.0.1:${port}/`)).text();
  app.close();
  if (text !== "served") throw new Error(`unexpected reply: ${text}`);
}
const glibc = glibcVersion();
console.log(JSON.stringify({ node: process.version, glibc, version, refusals, milliseconds }));

/** The C library this process runs with; Node.js says so in its diagnostic report only. */
function glibcVersion(): string {
  const report: object = process.report.getReport();
  const header: unknown = "header" in report ? report.header : undefined;
  const found = typeof header === "object" && header !== null && "glibcVersionRuntime" in header;
  return found ? String(header.glibcVersionRuntime) : "unknown";
}
