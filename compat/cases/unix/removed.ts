// @covers Server.stop
import { existsSync, unlinkSync } from "node:fs";
import { ask } from "./_ask.ts";

const serve = () => Bun.serve({ unix: "app.sock", fetch: () => new Response("x") });
let server = serve();
void server.stop();
console.log("stop", existsSync("app.sock"));
server = serve();
void server.stop(true);
console.log("stop(true)", existsSync("app.sock"));
server = serve();
server[Symbol.dispose]();
console.log("dispose", existsSync("app.sock"));
server = serve();
unlinkSync("app.sock");
await server.stop();
console.log("taken away before", existsSync("app.sock"));
server = serve();
unlinkSync("app.sock");
const other = serve();
await server.stop();
console.log("another's by now", existsSync("app.sock"));
await other.stop();
server = serve();
console.log("again", await ask("app.sock"));
await server.stop();
await server.stop(true);
console.log("twice", existsSync("app.sock"));
