import { resolveObjectURL } from "node:buffer";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import workerThreads, { type WorkerOptions as ThreadOptions } from "node:worker_threads";
import { thrownText } from "../../bun/inspect/inspect.js";
import { CloseEvent } from "../../web/close-event.js";
import { ErrorEvent } from "../../web/error-event.js";
import { locate } from "../location.js";
import { mainPath } from "../main-module.js";
import { defineHandlers } from "./event-handlers.js";
import { listOf } from "./scope.js";
import { START_KEY, type StartData } from "./start-data.js";

type Thread = workerThreads.Worker;

/** Options of `new Worker`; those of Bun that Node.js has no use for are accepted. */
export interface WorkerOptions {
  /** Default: that of this process, shared. */
  env?: NodeJS.Dict<string>;
  argv?: unknown[];
  execArgv?: string[];
  workerData?: unknown;
  name?: string;
  /** Whether the worker holds the process. Default: true */
  ref?: boolean;
}

/**
 * A program in a thread of its own, as browsers and Bun have it, on `node:worker_threads`.
 *
 * @see docs/runtime/workers.mdx of bun-types
 */
export class Worker extends EventTarget {
  #thread: Thread | null = null;
  /** What is done once there is a thread: the content of a blob is not at hand at once. */
  #waiting: ((thread: Thread) => void)[] = [];
  #terminated = false;
  #listeners = 0;

  constructor(specifier: string | URL, options: WorkerOptions = {}) {
    super();
    defineHandlers(this, this, ["open", "message", "messageerror", "error", "close"]);
    const { ref = true, ...rest } = options;
    if (!ref) this.unref();
    void this.#start(String(specifier), rest);
  }

  get threadId(): number {
    return this.#thread?.threadId ?? -1;
  }

  postMessage(value: unknown, transfer?: unknown): void {
    this.#once((thread) => void Reflect.apply(thread.postMessage, thread, [value, listOf(transfer)]));
  }

  terminate(): void {
    this.#terminated = true;
    this.#once((thread) => void thread.terminate());
  }

  ref(): void {
    this.#once((thread) => thread.ref());
  }

  unref(): void {
    this.#once((thread) => thread.unref());
  }

  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: AddEventListenerOptions | boolean,
  ): void {
    if (type === "error") this.#listeners++;
    super.addEventListener(type, listener, options);
  }

  #once(work: (thread: Thread) => void): void {
    if (this.#thread === null) this.#waiting.push(work);
    else work(this.#thread);
  }

  async #start(specifier: string, options: Omit<WorkerOptions, "ref">): Promise<void> {
    const url = specifier.startsWith("blob:") ? await blobUrl(specifier) : fileUrl(specifier);
    if (url === null) {
      // Whoever made the worker listens first.
      await null;
      this.#failed(`BuildMessage: ModuleNotFound resolving "${specifier}" (entry point)`);
      this.dispatchEvent(new CloseEvent("close", { code: 1 }));
      return;
    }
    const start: StartData = { main: mainPath(), data: options.workerData };
    const { env, argv, execArgv, name } = options;
    const given: ThreadOptions = {
      workerData: { [START_KEY]: start },
      ...(env && { env }),
      ...(argv && { argv }),
      ...(execArgv && { execArgv }),
      ...(name !== undefined && { name }),
    };
    const thread = new workerThreads.Worker(url, given);
    this.#thread = thread;
    thread.on("online", () => this.dispatchEvent(new Event("open")));
    thread.on("message", (data: unknown) => this.dispatchEvent(new MessageEvent("message", { data })));
    thread.on("messageerror", (data: unknown) =>
      this.dispatchEvent(new MessageEvent("messageerror", { data })),
    );
    thread.on("error", (error: unknown) => this.#failed(thrownText(error)));
    thread.on("exit", (code) => {
      this.dispatchEvent(new CloseEvent("close", { code: this.#terminated ? 0 : code }));
    });
    for (const work of this.#waiting.splice(0)) work(thread);
  }

  #failed(message: string): void {
    if (this.#listeners === 0) process.stderr.write(`${message}\n`);
    this.dispatchEvent(new ErrorEvent("error", { message }));
  }

  get [Symbol.toStringTag](): string {
    return "Worker";
  }
}

/** As in Bun: a path starts at the folder of the process. */
function fileUrl(specifier: string): URL | null {
  if (specifier.startsWith("data:")) return new URL(specifier);
  const path = specifier.startsWith("file:") ? fileURLToPath(specifier) : resolve(specifier);
  const found = locate(path, "import");
  return found === null ? null : pathToFileURL(found);
}

async function blobUrl(specifier: string): Promise<URL | null> {
  const blob = resolveObjectURL(specifier);
  if (blob === undefined) return null;
  return new URL(`data:text/javascript,${encodeURIComponent(await blob.text())}`);
}
