import { negotiateDeflate } from "../deflate-offer.js";
import type { SocketOptions } from "../socket.js";

/**
 * The offer that the engine is to answer; empty: it is to leave the extension out. By itself it takes offers
 * with parameters that it does not know, and forgets that a client cannot follow a compressor with a memory.
 */
export function deflateOffer(field: string, options: SocketOptions): string {
  const terms = negotiateDeflate(field, options.compress, options.decompress);
  if (terms === null) return "";
  return typeof options.compress === "number" && !terms.serverKeepsContext ? "" : terms.offer;
}
