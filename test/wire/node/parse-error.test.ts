import { describe, expect, it } from "vitest";
import { refusalOf } from "../../../src/wire/node/parse-error.js";

/** As node reports that its parser stopped at `fault`. */
function refuse(code: string, sent: string, fault = 0): string {
  return refusalOf(
    Object.assign(new Error(code), { code, rawPacket: Buffer.from(sent, "latin1"), bytesParsed: fault }),
  );
}

describe("refusalOf", () => {
  it.each([
    ["{}"],
    ["\0"],
    ["G@T / HTTP/1.1\r\nHost: a\r\n\r\n"],
    ["SSH-2.0-x\r\n"],
    ["GET a HTTP/1.1\r\n"],
    ["\xe9"],
  ])("answers 400 where there is no method, or no target: %j", (sent) => {
    expect(refuse("HPE_INVALID_METHOD", sent)).toBe("400 Bad Request");
  });

  it.each([
    ["GET\t/ HTTP/1.1\r\n"],
    ["G\xe9T / HTTP/1.1\r\n"],
    ["GET /a b HTTP/1.1\r\n"],
    ["GET / \r\n\r\n"],
    ["FOO / HTTP/9.9\r\n"],
  ])("answers 505 where the line does not end in a version: %j", (sent) => {
    expect(refuse("HPE_INVALID_CONSTANT", sent)).toBe("505 HTTP Version Not Supported");
  });

  it("closes for a method that Bun does not know", () => {
    expect(refuse("HPE_INVALID_METHOD", "FOO / HTTP/1.1\r\nHost: a\r\n\r\n")).toBe("close");
  });

  it("waits for the rest of a method", () => {
    expect(refuse("HPE_INVALID_METHOD", "garbage")).toBe("ignore");
    expect(refuse("HPE_INVALID_METHOD", "A".repeat(16 * 1024))).toBe("431 Request Header Fields Too Large");
  });

  it("finds the line at fault behind another request", () => {
    const first = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    expect(refuse("HPE_INVALID_METHOD", `${first}{}\r\n`, first.length)).toBe("400 Bad Request");
    expect(refuse("HPE_INVALID_METHOD", `${first}rest`, first.length)).toBe("ignore");
  });

  it("answers 400 for a field line that ends badly, 505 for a request line that does", () => {
    const sent = "GET / HTTP/1.1\r\nx: a\rb\r\n\r\n";
    expect(refuse("HPE_LF_EXPECTED", sent, sent.indexOf("\rb") + 1)).toBe("400 Bad Request");
    expect(refuse("HPE_LF_EXPECTED", "GET / HTTP/1.1\r\r\n", 15)).toBe("505 HTTP Version Not Supported");
  });

  it("answers 413 for an endless chunk extension", () => {
    expect(refuse("HPE_CHUNK_EXTENSIONS_OVERFLOW", "")).toBe("413 Payload Too Large");
  });

  it("closes for a client that left or was too slow", () => {
    expect(refuse("HPE_INVALID_EOF_STATE", "")).toBe("close");
    expect(refuse("ERR_HTTP_REQUEST_TIMEOUT", "")).toBe("close");
  });
});
