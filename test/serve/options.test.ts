import { describe, expect, it } from "vitest";
import { file } from "../../src/bun/file.js";
import { readOptions } from "../../src/serve/options.js";

const fetch = (): Response => new Response("x");

function refusal(options: unknown): { name: string; code: unknown; message: string } {
  try {
    readOptions(options);
  } catch (error) {
    if (error instanceof Error) {
      return { name: error.name, code: Reflect.get(error, "code"), message: error.message };
    }
  }
  throw new Error("the options were accepted");
}

describe("readOptions", () => {
  it.each([undefined, null, 5, "x", true])("refuses %s for options", (options) => {
    expect(refusal(options)).toEqual({
      name: "TypeError",
      code: "ERR_INVALID_ARG_TYPE",
      message: "Bun.serve expects an object",
    });
  });

  it.each([
    [-1, ">= 0 and <= 65535", "-1"],
    [65_536, ">= 0 and <= 65535", "65536"],
    [1.5, "an integer", "1.5"],
    ["abc", "an integer", "NaN"],
    [Number.POSITIVE_INFINITY, "an integer", "Infinity"],
  ])("refuses the port %s", (port, rule, received) => {
    expect(refusal({ port, fetch })).toEqual({
      name: "RangeError",
      code: "ERR_OUT_OF_RANGE",
      message: `The value of "options.port" is out of range. It must be ${rule}. Received ${received}`,
    });
  });

  it.each([
    [256, "Bun.serve expects idleTimeout to be 255 or less"],
    ["10", "Bun.serve expects idleTimeout to be an integer"],
    [1.5, "Bun.serve expects idleTimeout to be an integer"],
  ])("refuses the idleTimeout %s", (idleTimeout, message) => {
    expect(refusal({ idleTimeout, fetch }).message).toBe(message);
  });

  it.each([
    [{ fetch: 5 }, "Expected fetch() to be a function"],
    [{ fetch, error: "x" }, "Expected error to be a function"],
    [{ fetch, websocket: 5 }, "Expected websocket to be an object"],
    [{ fetch, routes: { a: fetch } }, `Invalid route "a". Path must start with '/'`],
    [
      { fetch, routes: { "/é": fetch } },
      `Invalid route "/é". Please encode all non-ASCII characters in the path.`,
    ],
  ])("refuses %o", (options, message) => {
    expect(refusal(options)).toEqual({ name: "TypeError", code: "ERR_INVALID_ARG_TYPE", message });
  });

  it("wants a handler or a route that leads somewhere", () => {
    for (const options of [{}, { routes: {} }, { routes: { "/": false } }, { fetch: null }]) {
      expect(refusal(options).message).toMatch(/^Bun\.serve\(\) needs either:/);
    }
  });

  it("fills in the defaults", () => {
    expect(readOptions({ fetch })).toMatchObject({
      hostname: undefined,
      reusePort: false,
      idleTimeout: 10,
      maxRequestBodySize: 128 * 1024 * 1024,
      id: "",
    });
  });

  it("converts what Bun converts", () => {
    expect(readOptions({ port: " 0 ", hostname: "", development: 1, id: 5, fetch })).toMatchObject({
      port: 0,
      hostname: undefined,
      development: true,
      id: "5",
    });
  });

  it("fails with the line of the program among its calls, however deep it read", () => {
    const limit = Error.stackTraceLimit;
    const missing = file("./no-such.pem");
    const stack = [{ cert: missing }, [{ cert: [missing] }]].map((tls) => {
      try {
        readOptions({ tls, fetch });
      } catch (error) {
        if (error instanceof Error) return error.stack;
      }
      return "";
    });
    expect(stack).toEqual(Array(2).fill(expect.stringContaining("options.test.ts")));
    expect(Error.stackTraceLimit).toBe(limit);
  });
});
