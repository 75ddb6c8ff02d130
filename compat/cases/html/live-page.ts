// @covers Serve.Options.routes, Serve.Options.development, Serve.Development.hmr
// Everything that a page of every kind of file consists of, with its fields: development true.
import { tellFullSite } from "./_full.ts";

const server = await tellFullSite(true);
await server.stop(true);
