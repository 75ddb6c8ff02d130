import { Socket } from "node:net";
import type { Exchange, HeaderList } from "../wire/exchange.js";
import type { OpenFile } from "./open-file.js";
import { sendStream } from "./stream.js";

/**
 * Sends what is written into a named pipe. The event loop waits for it: a read in the thread pool would hold
 * one of its few threads until somebody writes, and a few requests would stop all work with files.
 * @param done called once when nothing more happens
 */
export function sendPipe(
  exchange: Exchange,
  status: number,
  fields: HeaderList,
  file: OpenFile,
  done: () => void,
): void {
  if (exchange.method === "HEAD") {
    file.close();
    exchange.replyHead(status, fields, -1);
    done();
    return;
  }
  exchange.detach();
  // From here on the descriptor is the socket's.
  const pipe = new Socket({ fd: file.fd, readable: true, writable: false });
  exchange.onAbort(() => pipe.destroy());
  sendStream(exchange, status, fields, pipe).then(done, () => {
    exchange.close();
    done();
  });
}
