import type { Compression } from "./socket.js";

/** What client and server agreed on (RFC 7692 section 7.1). */
export interface DeflateTerms {
  /** Base-2 logarithm of the window that the server compresses with, 9–15. */
  readonly serverWindowBits: number;
  /** Whether the server's compressor remembers earlier messages. */
  readonly serverKeepsContext: boolean;
  readonly clientWindowBits: number;
  readonly clientKeepsContext: boolean;
  /** The offer that was taken, as sent. */
  readonly offer: string;
  /** Value of the answering Sec-WebSocket-Extensions field. */
  readonly answer: string;
}

const MAX_BITS = 15;

/** Windows that fit into so many KiB, beside what zlib needs itself. */
const COMPRESSOR_BITS: Readonly<Record<Exclude<Compression, string>, number>> = {
  3: 9,
  4: 9,
  8: 10,
  16: 11,
  32: 12,
  64: 13,
  128: 14,
  256: 15,
};
const DECOMPRESSOR_BITS: Readonly<Record<Exclude<Compression, string>, number>> = {
  3: 11,
  4: 12,
  8: 13,
  16: 14,
  32: 15,
  64: 15,
  128: 15,
  256: 15,
};

/** The parameters of an offer; a number of bits, or true for one without a value. */
interface Offer {
  serverNoContext: boolean;
  clientNoContext: boolean;
  serverBits: number | null;
  clientBits: number | true | null;
}

/** Answers the first acceptable offer of a Sec-WebSocket-Extensions field as Bun does; null: none is. */
export function negotiateDeflate(
  field: string,
  compress: Compression,
  decompress: Compression,
): DeflateTerms | null {
  if (compress === "off" && decompress === "off") return null;
  for (const element of field.split(",")) {
    const text = element.trim();
    const offer = readOffer(text);
    const terms = offer === null ? null : accept(offer, text, compress, decompress);
    if (terms !== null) return terms;
  }
  return null;
}

function accept(
  offer: Offer,
  text: string,
  compress: Compression,
  decompress: Compression,
): DeflateTerms | null {
  const serverKeepsContext = typeof compress === "number" && !offer.serverNoContext;
  let serverWindowBits = MAX_BITS;
  let serverAnswer = "";
  if (!serverKeepsContext) {
    // The shared compressor has the largest window, and no other.
    if (offer.serverBits !== null && offer.serverBits < MAX_BITS) return null;
    if (offer.serverBits !== null) serverAnswer = `; server_max_window_bits=${MAX_BITS}`;
  } else {
    const own = COMPRESSOR_BITS[compress];
    serverWindowBits = Math.max(9, Math.min(own, offer.serverBits ?? own));
    if (offer.serverBits !== null || own < MAX_BITS)
      serverAnswer = `; server_max_window_bits=${serverWindowBits}`;
  }

  let clientKeepsContext = typeof decompress === "number" && !offer.clientNoContext;
  let clientWindowBits = MAX_BITS;
  let clientAnswer = "";
  if (clientKeepsContext && typeof decompress === "number") {
    const own = DECOMPRESSOR_BITS[decompress];
    // A client that did not offer to take a smaller window cannot be given one.
    if (own < MAX_BITS && offer.clientBits === null) clientKeepsContext = false;
    else if (typeof offer.clientBits === "number") clientWindowBits = Math.min(own, offer.clientBits);
    else clientWindowBits = own;
    if (clientKeepsContext && (clientWindowBits < MAX_BITS || typeof offer.clientBits === "number"))
      clientAnswer = `; client_max_window_bits=${clientWindowBits}`;
  }

  const answer = `permessage-deflate${clientKeepsContext ? "" : "; client_no_context_takeover"}${
    serverKeepsContext ? "" : "; server_no_context_takeover"
  }${clientAnswer}${serverAnswer}`;
  return { serverWindowBits, serverKeepsContext, clientWindowBits, clientKeepsContext, offer: text, answer };
}

/** Null for another extension, and for parameters that the standard does not know. */
function readOffer(text: string): Offer | null {
  const [name, ...parameters] = text.split(";").map((part) => part.trim());
  if (name !== "permessage-deflate") return null;
  const offer: Offer = { serverNoContext: false, clientNoContext: false, serverBits: null, clientBits: null };
  for (const parameter of parameters) {
    const [key, value] = parameter.split("=").map((part) => part.trim());
    switch (key) {
      case "server_no_context_takeover":
        if (value !== undefined || offer.serverNoContext) return null;
        offer.serverNoContext = true;
        break;
      case "client_no_context_takeover":
        if (value !== undefined || offer.clientNoContext) return null;
        offer.clientNoContext = true;
        break;
      case "server_max_window_bits": {
        const bits = windowBits(value);
        if (bits === null || offer.serverBits !== null) return null;
        offer.serverBits = bits;
        break;
      }
      case "client_max_window_bits": {
        const bits = value === undefined ? true : windowBits(value);
        if (bits === null || offer.clientBits !== null) return null;
        offer.clientBits = bits;
        break;
      }
      default:
        return null;
    }
  }
  return offer;
}

function windowBits(value: string | undefined): number | null {
  const digits = /^"?(\d{1,2})"?$/.exec(value ?? "")?.[1];
  if (digits === undefined) return null;
  const bits = Number(digits);
  return bits >= 8 && bits <= MAX_BITS ? bits : null;
}
