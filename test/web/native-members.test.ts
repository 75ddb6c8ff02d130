import { describe, expect, it } from "vitest";
import { Headers } from "../../src/web/headers.js";
import { NativeHeaders, NativeRequest, NativeResponse } from "../../src/web/native.js";
import { Request } from "../../src/web/request.js";
import { Response } from "../../src/web/response.js";

/** Every member that the runtime gives its class must work on ours: an inherited one would throw. */
function membersOf(native: { prototype: object }): string[] {
  return Object.getOwnPropertyNames(native.prototype).filter((name) => name !== "constructor");
}

async function use(value: object, member: string): Promise<void> {
  const found: unknown = Reflect.get(value, member);
  if (typeof found !== "function") return;
  const given = member === "forEach" ? [() => undefined] : ["a", "b"];
  await Reflect.apply(found, value, given);
}

describe("members of the runtime's classes", () => {
  for (const member of membersOf(NativeHeaders)) {
    it(`Headers.${member} works`, async () => {
      await expect(use(new Headers({ a: "1" }), member)).resolves.toBeUndefined();
    });
  }
  const form = () => new URLSearchParams("a=1");
  for (const member of membersOf(NativeResponse)) {
    it(`Response.${member} works`, async () => {
      const response = member === "json" ? new Response("{}") : new Response(form());
      await expect(use(response, member)).resolves.toBeUndefined();
    });
  }
  for (const member of membersOf(NativeRequest)) {
    it(`Request.${member} works`, async () => {
      const body = member === "json" ? "{}" : form();
      await expect(use(new Request("http://a", { method: "POST", body }), member)).resolves.toBeUndefined();
    });
  }
});

describe("instanceof", () => {
  it("holds between ours and the runtime's, both ways", () => {
    expect(new Response() instanceof NativeResponse).toBe(true);
    expect(new NativeResponse() instanceof Response).toBe(true);
    expect(new Request("http://a") instanceof NativeRequest).toBe(true);
    expect(new NativeRequest("http://a") instanceof Request).toBe(true);
    expect(new Headers() instanceof NativeHeaders).toBe(true);
    expect(new NativeHeaders() instanceof Headers).toBe(true);
  });

  it("keeps its meaning for classes that extend ours", () => {
    class Mine extends Response {}
    expect(new Response() instanceof Mine).toBe(false);
    expect(new Mine() instanceof Mine).toBe(true);
    expect(new Mine() instanceof Response).toBe(true);
  });

  it("is false for anything else", () => {
    for (const value of [null, undefined, 5, {}, "Response"]) expect(value instanceof Response).toBe(false);
  });
});

describe("class names", () => {
  it("are those of the standard", () => {
    expect([Headers.name, Request.name, Response.name]).toEqual(["Headers", "Request", "Response"]);
    expect(new Response().constructor.name).toBe("Response");
  });
});
