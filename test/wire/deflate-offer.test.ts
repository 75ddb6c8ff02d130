import { describe, expect, it } from "vitest";
import { negotiateDeflate } from "../../src/wire/deflate-offer.js";

describe("negotiateDeflate", () => {
  it.each([
    ["", "shared", "shared"],
    ["x-webkit-deflate-frame", "shared", "shared"],
    ["permessage-deflate; unknown", "shared", "shared"],
    ["permessage-deflate; server_max_window_bits=7", 256, 256],
    ["permessage-deflate; server_max_window_bits", 256, 256],
    ["permessage-deflate; client_no_context_takeover=1", 256, 256],
    ["permessage-deflate; client_no_context_takeover; client_no_context_takeover", 256, 256],
    ["permessage-deflate", "off", "off"],
    // The shared compressor has one window, the largest.
    ["permessage-deflate; server_max_window_bits=10", "shared", 256],
  ] as const)("declines %j", (field, compress, decompress) => {
    expect(negotiateDeflate(field, compress, decompress)).toBe(null);
  });

  it("takes the first offer that it can", () => {
    const field = "permessage-deflate; server_max_window_bits=10, permessage-deflate; client_max_window_bits";
    expect(negotiateDeflate(field, "shared", "shared")).toEqual({
      serverWindowBits: 15,
      serverKeepsContext: false,
      clientWindowBits: 15,
      clientKeepsContext: false,
      offer: "permessage-deflate; client_max_window_bits",
      answer: "permessage-deflate; client_no_context_takeover; server_no_context_takeover",
    });
  });

  it("gives both sides a memory where both have a window of their own", () => {
    const terms = negotiateDeflate(
      'permessage-deflate; client_max_window_bits="10"; server_max_window_bits=10',
      256,
      256,
    );
    expect(terms).toMatchObject({
      serverWindowBits: 10,
      serverKeepsContext: true,
      clientWindowBits: 10,
      clientKeepsContext: true,
    });
  });

  it("gives a client no memory that could not keep to the server's window", () => {
    const terms = negotiateDeflate("permessage-deflate", 3, 3);
    expect(terms?.answer).toBe("permessage-deflate; client_no_context_takeover; server_max_window_bits=9");
  });
});
