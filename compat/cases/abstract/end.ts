// @covers Server.unref
// A server without a reference lets the process end; its name goes with it.
import { freshName } from "./_curl.ts";

const server = Bun.serve({ unix: `\0${freshName()}`, fetch: () => new Response("x") });
server.unref();
process.on("exit", (code) => console.log("exit", code));
setTimeout(() => console.log("the last timer"), 50);
