// With Bun's own types installed: ours must be usable wherever code asks for Bun's.
import { type Server, serve } from "bunshim";

const asBunServe: typeof Bun.serve = serve;

declare const ours: Server;
const asBunServer: Bun.Server<undefined> = ours;

export { asBunServe, asBunServer };
