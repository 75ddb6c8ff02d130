import { Readable } from "node:stream";
import { parseJson } from "../../web/json.js";
import { typeError } from "../argument-error.js";
import { readableStreamToBlob, readableStreamToBytes, readableStreamToText } from "../readable-stream.js";

/** Bytes that are read ahead of the program: what a pipe of the system holds, too. */
const AHEAD = 64 * 1024;

/** Captured before anybody replaces the global. */
const ReadableStream: typeof globalThis.ReadableStream = globalThis.ReadableStream;

/** The output of a process: a `ReadableStream` that can be read as a whole, as every stream in Bun. */
export class PipeStream extends ReadableStream<Uint8Array<ArrayBuffer>> {
  constructor(pipe: Readable) {
    let open = true;
    super(
      {
        start(controller) {
          pipe.on("data", (chunk: Buffer<ArrayBuffer>) => {
            if (!open) return;
            controller.enqueue(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length));
            if ((controller.desiredSize ?? 0) <= 0) pipe.pause();
          });
          pipe.on("error", (error) => {
            if (open) controller.error(error);
            open = false;
          });
          const close = (): void => {
            if (open) controller.close();
            open = false;
          };
          // A pipe that breaks closes without an end.
          pipe.on("end", close);
          pipe.on("close", close);
        },
        pull() {
          pipe.resume();
        },
        cancel() {
          open = false;
          pipe.destroy();
        },
      },
      { highWaterMark: AHEAD, size: (chunk) => chunk?.length ?? 0 },
    );
  }

  /** All of it, as UTF-8. Rejects with `ERR_INVALID_STATE` when somebody read already; so do the others. */
  async text(): Promise<string> {
    return readableStreamToText(unused(this));
  }

  // biome-ignore lint/suspicious/noExplicitAny: the type that Body.json and JSON.parse have
  async json(): Promise<any> {
    return parseJson(await this.text());
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return readableStreamToBytes(unused(this));
  }

  async blob(): Promise<Blob> {
    return readableStreamToBlob(unused(this));
  }
}

function unused(stream: PipeStream): PipeStream {
  // @types/node knows only Node's own streams here; web streams are supported since 16.8.
  if (!Reflect.apply(Readable.isDisturbed, undefined, [stream])) return stream;
  throw typeError("ERR_INVALID_STATE", "Invalid state: ReadableStream has already been used");
}
