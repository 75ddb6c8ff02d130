/**
 * `node --import bunshim/register server.ts`: runs a program written for Bun.
 */
import { locate } from "./runtime/location.js";
import { installRuntime, serveMain } from "./runtime/runtime.js";

const started = process.argv[1];
// Without a file (the REPL, --eval) there is no program to start; imports work all the same.
installRuntime(started === undefined ? null : locate(started, "import"));
serveMain();
