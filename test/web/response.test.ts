import { describe, expect, it } from "vitest";
import { NativeResponse } from "../../src/web/native.js";
import {
  adoptResponse,
  contentOf,
  fieldsOf,
  isResponse,
  Response,
  statusOf,
  takeContent,
} from "../../src/web/response.js";

describe("takeContent", () => {
  it("refuses a response that was used", async () => {
    const used = new Response("x");
    await used.text();
    expect(() => takeContent(used)).toThrow(/^Response body already used/);
    const locked = new Response(new ReadableStream());
    locked.body?.getReader();
    expect(() => takeContent(locked)).toThrow(/^Stream already used/);
  });

  it("gives text as it is, once", () => {
    const response = new Response("x");
    expect(contentOf(response)).toBe("x");
    expect(takeContent(response)).toBe("x");
    expect([response.bodyUsed, contentOf(response)]).toEqual([true, null]);
  });

  it("gives a response without content again and again", () => {
    const response = new Response(null);
    expect([takeContent(response), takeContent(response)]).toEqual([null, null]);
  });

  it("passes by a stream of ours that nobody touched", () => {
    const first = new Response("abc");
    const second = new Response(first.body, first);
    expect(takeContent(second)).toEqual(new TextEncoder().encode("abc"));
    expect(first.bodyUsed).toBe(true);
  });
});

describe("fieldsOf", () => {
  it("shares one list between responses without headers", () => {
    expect(fieldsOf(new Response("a"), false)).toBe(fieldsOf(new Response("b"), false));
    expect(fieldsOf(new Response("a"), true)).toEqual([]);
    expect(fieldsOf(new Response(), false)).toEqual([]);
    expect(fieldsOf(new Response(""), false)).toEqual([]);
  });

  it("states the implied type last", () => {
    const response = new Response(new Uint8Array(1), { headers: { "x-A": "1", etag: "e" } });
    expect(fieldsOf(response, false)).toEqual([
      "ETag",
      "e",
      "x-A",
      "1",
      "content-type",
      "application/octet-stream",
    ]);
    expect(fieldsOf(response, true)).toEqual(["ETag", "e", "x-A", "1"]);
  });
});

describe("isResponse", () => {
  it("refuses what only looks like one", () => {
    for (const value of [null, {}, "x", new Proxy(new Response(), {}), Object.create(Response.prototype)]) {
      expect(isResponse(value)).toBe(false);
    }
  });

  it("takes ours and the runtime's", () => {
    expect([isResponse(new Response()), isResponse(new NativeResponse())]).toEqual([true, true]);
  });
});

describe("adoptResponse", () => {
  it("wraps a native response", async () => {
    const native = new NativeResponse("abc", { status: 201, headers: { "x-a": "1" } });
    const ours = adoptResponse(native);
    expect([statusOf(ours), ours.headers.get("x-a"), await ours.text()]).toEqual([201, "1", "abc"]);
    expect(adoptResponse(ours)).toBe(ours);
  });

  it("refuses to send a used one", async () => {
    const native = new NativeResponse("abc");
    await native.text();
    expect(() => takeContent(adoptResponse(native))).toThrow(TypeError);
  });
});
