/**
 * The server under soak: every reply can be checked by its client, every upload is answered with its checksum.
 * A program for Bun; prints its port.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Checksum, contentOf, piecesOf } from "../content.ts";

const folder = mkdtempSync(join(tmpdir(), "soak-"));
const FILE_SEED = 77;
const FILE_SIZE = 700_000;
writeFileSync(join(folder, "file.bin"), contentOf(FILE_SEED, FILE_SIZE));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

let generation = 0;
/** Sources that were started and not yet ended or cancelled. */
let openSources = 0;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function* generated(seed: number, size: number): AsyncGenerator<Uint8Array> {
  openSources++;
  try {
    for (const piece of piecesOf(seed, size)) {
      if (piece[0] % 16 === 0) await pause(1);
      yield piece;
    }
  } finally {
    openSources--;
  }
}

function streamed(seed: number, size: number): ReadableStream<Uint8Array> {
  const pieces = piecesOf(seed, size);
  let open = false;
  return new ReadableStream({
    async pull(controller) {
      if (!open) openSources++;
      open = true;
      const { done, value } = pieces.next();
      if (done) {
        openSources--;
        controller.close();
        return;
      }
      if (value[0] % 16 === 0) await pause(1);
      controller.enqueue(value);
    },
    cancel() {
      if (open) openSources--;
    },
  });
}

async function checksum(request: Request, how: string): Promise<Response> {
  const sum = new Checksum();
  if (how === "stream") {
    for await (const piece of request.body ?? []) {
      if (sum.length % 5 === 0) await pause(1);
      sum.add(piece);
    }
  } else if (how === "blob") {
    sum.add(new Uint8Array(await (await request.blob()).arrayBuffer()));
  } else {
    sum.add(await request.bytes());
  }
  return new Response(String(sum));
}

const options = {
  port: 0,
  development: false,
  maxRequestBodySize: 4 * 1024 * 1024,
  routes: {
    "/static": new Response(contentOf(5, 3000)),
    "/file": () => new Response(Bun.file(join(folder, "file.bin"))),
    "/:kind/:seed/:size": (request: Bun.BunRequest<"/:kind/:seed/:size">) => {
      const { kind } = request.params;
      const seed = Number(request.params.seed);
      const size = Number(request.params.size);
      if (kind === "bytes") return new Response(contentOf(seed, size));
      if (kind === "generator") return new Response(generated(seed, size));
      return new Response(streamed(seed, size));
    },
  },
  async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    switch (pathname) {
      case "/sum":
        return checksum(request, searchParams.get("how") ?? "bytes");
      case "/echo":
        return new Response(request.body);
      case "/unread":
        await pause(2);
        return new Response("unread");
      case "/slow":
        await pause(Number(searchParams.get("for")));
        return new Response("slow");
      case "/fail":
        throw new Error("on purpose");
      case "/reload":
        generation++;
        server.reload(options);
        return new Response(String(generation));
      case "/state":
        globalThis.gc?.();
        return Response.json({ pending: server.pendingRequests, openSources });
      default:
        return new Response("nothing here", { status: 404 });
    }
  },
  error: () => new Response("handled", { status: 500 }),
};

const server = Bun.serve(options);
console.log(server.port);
