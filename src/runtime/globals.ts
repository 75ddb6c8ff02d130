import { asFetchError, asReadError, lostKeptConnection } from "../bun/fetch-error.js";
import { fileFetch } from "../bun/file-fetch.js";
import { installFormFiles } from "../bun/form-files.js";
import { socketFetch, socketInit } from "../bun/socket-fetch.js";
import { blobClasses, installBlobExtras } from "../web/blob.js";
import { CloseEvent } from "../web/close-event.js";
import { withDirectStreams } from "../web/direct-stream.js";
import { ErrorEvent } from "../web/error-event.js";
import { Headers } from "../web/headers.js";
import { installNativeExtras } from "../web/native-extras.js";
import { outgoingInit, toNativeRequest } from "../web/outgoing.js";
import { Request } from "../web/request.js";
import { Response } from "../web/response.js";
import { installStreamReaders } from "../web/stream-readers.js";
import { refusingClone } from "../web/structured-clone.js";
import { WebSocket } from "../web/web-socket.js";
import { installAbortReasons } from "./abort-reasons.js";
import { installConsole } from "./console.js";
import { installDispatcher } from "./dispatcher.js";
import { installLanguage } from "./language/language.js";
import { navigator } from "./navigator.js";
import { installProcessMembers } from "./process-members.js";
import { Worker } from "./worker/worker.js";

/** Installs what programs for Bun find without importing it. Everything stays writable. */
export function installGlobals(bun: object): void {
  define("Bun", bun);
  for (const [name, value] of Object.entries(blobClasses())) define(name, value);
  define("Headers", Headers);
  define("Request", Request);
  define("Response", Response);
  define("fetch", wrapFetch(globalThis.fetch));
  define("structuredClone", refusingClone(globalThis.structuredClone));
  define("ReadableStream", withDirectStreams(globalThis.ReadableStream));
  if (!("CloseEvent" in globalThis)) define("CloseEvent", CloseEvent);
  if (!("ErrorEvent" in globalThis)) define("ErrorEvent", ErrorEvent);
  define("WebSocket", WebSocket);
  define("Worker", Worker);
  define("self", globalThis);
  define("navigator", navigator);
  installDispatcher();
  installProcessMembers();
  installLanguage();
  installConsole(globalThis.console);
  installAbortReasons();
  installBlobExtras();
  installNativeExtras(asReadError);
  installStreamReaders();
  installFormFiles();
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, enumerable: true, configurable: true });
}

/** The native `fetch` knows only requests of its own class, and neither unix sockets nor TLS options. */
function wrapFetch(native: typeof globalThis.fetch): typeof globalThis.fetch {
  return async function fetch(input, given) {
    const file = fileFetch(input);
    if (file !== null) return file;
    const init = given === undefined || given === null ? undefined : outgoingInit(given);
    const target = input instanceof Request ? toNativeRequest(input) : input;
    const socket = init === undefined ? null : socketInit(init);
    const ask = () => (socket === null ? native(target, init) : socketFetch(target, init, socket, native));
    return ask()
      .catch((error: unknown) => {
        if (isRepeatable(input, init) && lostKeptConnection(error)) return ask();
        throw error;
      })
      .catch((error: unknown) => {
        throw asFetchError(error, input);
      });
  };
}

function isRepeatable(input: unknown, init: RequestInit | undefined): boolean {
  const method = init?.method ?? (input instanceof Request ? input.method : "GET");
  return /^(?:get|head)$/i.test(method) && (init?.body ?? null) === null;
}
