import { asSystemError, systemError } from "../bun/system-error.js";
import { mediaTypeOfPath } from "../web/file-type.js";
import type { Exchange } from "../wire/exchange.js";
import { directoryPath } from "./directory-path.js";
import { DirectoryRoot } from "./directory-root.js";
import { replyWithFile } from "./file-reply.js";
import type { OpenFile } from "./open-file.js";

const INDEX = "index.html";

/** A directory as a route value (docs/runtime/http/routing.mdx, "Directory routes"). */
export class DirectoryRoute {
  private readonly root: DirectoryRoot;
  /** Length of the route's path up to its `*`. */
  private readonly prefix: number;

  /** @throws `ENOENT`, `ENOTDIR` … when there is no such directory */
  constructor(route: string, directory: string) {
    try {
      // No path holds a NUL, and node's error would speak of arguments.
      if (directory.includes("\0")) throw systemError("ENOENT", "open", directory);
      this.root = new DirectoryRoot(directory);
    } catch (cause) {
      throw asSystemError(cause, "open", directory);
    }
    this.prefix = route.length - 1;
  }

  /** For a route that no request is for any more. */
  close(): void {
    this.root.close();
  }

  /** @param done called once when nothing more happens */
  send(exchange: Exchange, done: () => void): void {
    const path = directoryPath(exchange.path.slice(this.prefix));
    const file = path === null ? null : this.root.open(path);
    if (path === null || file === null) notFound(exchange, done);
    else if (file.stats.isDirectory()) this.sendDirectory(exchange, path, file, done);
    else if (path.endsWith("/") || !file.stats.isFile()) {
      file.close();
      notFound(exchange, done);
    } else sendFile(exchange, path, file, done);
  }

  private sendDirectory(exchange: Exchange, path: string, directory: OpenFile, done: () => void): void {
    directory.close();
    if (path !== "" && !path.endsWith("/")) {
      const query = exchange.target.slice(exchange.path.length);
      exchange.reply(301, ["location", `${exchange.path}/${query}`], null);
      done();
      return;
    }
    const index = this.root.open(path + INDEX);
    if (index?.stats.isFile()) {
      sendFile(exchange, INDEX, index, done);
      return;
    }
    index?.close();
    notFound(exchange, done);
  }
}

function sendFile(exchange: Exchange, path: string, file: OpenFile, done: () => void): void {
  const { size, mtimeMs } = file.stats;
  const { lastModified } = file;
  const etag = `W/"${size.toString(16)}-${Math.floor(mtimeMs / 1000).toString(16)}"`;
  const fields = ["content-type", mediaTypeOfPath(path), "last-modified", lastModified, "etag", etag];
  const validators = { etag, lastModified };
  replyWithFile(
    exchange,
    200,
    fields,
    { file, start: 0, size, validators, acceptRanges: true, ranges: true },
    done,
  );
}

function notFound(exchange: Exchange, done: () => void): void {
  exchange.reply(404, [], null);
  done();
}
