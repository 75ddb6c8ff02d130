// @covers Serve.Options.routes, Serve.Options.development, Serve.Development.hmr
// Everything that a page of every kind of file consists of, with its fields: development { hmr: false }.
import { tellFullSite } from "./_full.ts";
import { run } from "./_site.ts";

const server = await tellFullSite({ hmr: false });
console.log(await run(server, "/", { WebSocket: class {}, document: undefined }));
await server.stop(true);
