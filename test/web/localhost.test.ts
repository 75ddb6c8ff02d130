import type { LookupAddress, LookupOptions } from "node:dns";
import { describe, expect, it } from "vitest";
import { findAddresses } from "../../src/web/localhost.js";

function find(hostname: string, options: LookupOptions): Promise<string | LookupAddress[]> {
  return new Promise((resolve, reject) => {
    findAddresses(hostname, options, (error, address) => (error === null ? resolve(address) : reject(error)));
  });
}

describe("findAddresses", () => {
  it("fails for a name that nobody has", async () => {
    await expect(find("nowhere.invalid", { all: true })).rejects.toMatchObject({ syscall: "getaddrinfo" });
  });

  it("leaves names other than localhost, and who asks for one address, to the system", async () => {
    expect(await find("127.0.0.1", { all: true })).toEqual([{ address: "127.0.0.1", family: 4 }]);
    expect(await find("localhost", { family: 4 })).toBe("127.0.0.1");
  });

  it("gives the IPv4 address of this machine last", async () => {
    const found = await find("localhost", { all: true });
    expect(found.at(-1)).toEqual({ address: "127.0.0.1", family: 4 });
  });
});
