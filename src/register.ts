/**
 * `node --import bunshim/register server.ts`: runs a program written for Bun.
 */
import { isMainThread } from "node:worker_threads";
import { locate } from "./runtime/location.js";
import { installRuntime, serveMain } from "./runtime/runtime.js";

// Without a file (the REPL, --eval) there is no program to start; imports work all the same. A worker thread
// is part of a program that started already.
const started = isMainThread ? process.argv[1] : undefined;
installRuntime(started === undefined ? null : locate(started, "import"));
if (isMainThread) serveMain();
