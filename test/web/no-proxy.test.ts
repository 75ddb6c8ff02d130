import { afterEach, describe, expect, it, vi } from "vitest";
import { isPassedBy } from "../../src/web/no-proxy.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("isPassedBy", () => {
  it.each([
    ["", "ws://a.test/", false],
    ["*", "ws://a.test/", true],
    ["test", "ws://a.test/", true],
    [".test", "ws://a.test/", true],
    ["*.test", "ws://a.test/", true],
    ["est", "ws://a.test/", false],
    ["A.TEST.", "ws://a.test/", true],
    ["x, a.test ,y", "ws://a.test/", true],
    ["a.test:81", "ws://a.test:81/", true],
    ["a.test:82", "ws://a.test:81/", false],
    ["test:81", "ws://a.test:81/", true],
    ["127.0.0.1", "ws://127.0.0.1:81/", true],
    ["0.0.1", "ws://127.0.0.1/", false],
    ["127.0.0.0/8", "ws://127.0.0.1/", true],
    ["10.0.0.0/8", "ws://127.0.0.1/", false],
    ["127.0.0.0/x", "ws://127.0.0.1/", false],
    ["127.0.0.0/33", "ws://127.0.0.1/", false],
    ["::1", "ws://[::1]/", true],
    ["[::1]:81", "ws://[::1]:81/", true],
    ["fe80::/10", "ws://[fe80::1]/", true],
  ])("with NO_PROXY %o says of %s: %o", (names, url, expected) => {
    vi.stubEnv("NO_PROXY", names);
    vi.stubEnv("no_proxy", undefined);
    expect(isPassedBy(new URL(url))).toBe(expected);
  });

  it("prefers the lower-case variable", () => {
    vi.stubEnv("NO_PROXY", "other.test");
    vi.stubEnv("no_proxy", "a.test");
    expect(isPassedBy(new URL("ws://a.test/"))).toBe(true);
  });
});
