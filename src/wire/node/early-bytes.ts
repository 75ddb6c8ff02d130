import type { Socket } from "node:net";

/** Bytes that are taken of a client that does not wait for the answer. */
const LIMIT = 64 * 1024;

/**
 * Reads on at a connection that node's parser has let go, while its request waits for an answer: only who reads
 * hears that the client left.
 */
export class EarlyBytes {
  private readonly socket: Socket;
  private readonly left: () => void;
  private readonly pieces: Buffer[];
  private size: number;
  private readonly keep = (bytes: Buffer): void => {
    this.pieces.push(bytes);
    this.size += bytes.length;
    if (this.size > LIMIT) this.socket.pause();
  };

  /**
   * @param first what came behind the request
   * @param left called when the client has ended its side
   */
  constructor(socket: Socket, first: Buffer, left: () => void) {
    this.socket = socket;
    this.left = left;
    this.pieces = [first];
    this.size = first.length;
    socket.on("data", this.keep);
    socket.on("end", left);
  }

  /** Ends it, in the moment in which somebody else begins to read. */
  take(): Buffer {
    const { socket } = this;
    socket.off("data", this.keep);
    socket.off("end", this.left);
    if (socket.isPaused()) socket.resume();
    return Buffer.concat(this.pieces);
  }
}
