import { describe, expect, it } from "vitest";
import { NativeRequest } from "../../src/web/native.js";
import { toNativeRequest } from "../../src/web/outgoing.js";
import { exchangeOf, incomingRequest, keepRequest, Request, settleRequest } from "../../src/web/request.js";
import { TestExchange } from "./exchange.js";

const upload = () => new TestExchange({ method: "POST", target: "/p?q", hasContent: true });

describe("incomingRequest", () => {
  it("touches the exchange only when asked", async () => {
    const exchange = upload();
    const request = incomingRequest(exchange, null);
    expect([exchange.headerReads, exchange.sink]).toEqual([0, null]);
    expect(request.method).toBe("POST");
    expect(request.url).toBe("http://a/p?q");
    expect(exchangeOf(request)).toBe(exchange);
  });

  it("rejects a second read and keeps the first", async () => {
    const exchange = upload();
    const request = incomingRequest(exchange, null);
    const text = request.text();
    expect(request.bodyUsed).toBe(true);
    await expect(request.json()).rejects.toMatchObject({ code: "ERR_BODY_ALREADY_USED" });
    exchange.feed("h", "é", "llo");
    expect(await text).toBe("héllo");
  });

  it("decodes text and JSON that come in one piece or in several", async () => {
    const bytes = Buffer.from('\ufeff{"greeting": "grüß dich", "sign": "€"}');
    for (const cut of [bytes.length, 1, 20]) {
      for (const contentLength of [bytes.length, -1]) {
        const one = new TestExchange({ hasContent: true, contentLength });
        const text = incomingRequest(one, null).text();
        const other = new TestExchange({ hasContent: true, contentLength });
        const json = incomingRequest(other, null).json();
        for (const { sink } of [one, other]) {
          for (const part of [bytes.subarray(0, cut), bytes.subarray(cut)]) {
            // Bytes that the sink borrows are gone afterwards.
            const lent = Uint8Array.from(part);
            if (lent.length > 0) sink?.chunk(lent);
            if (sink?.borrows === true) lent.fill(0);
          }
          sink?.end();
        }
        expect(await text).toBe('{"greeting": "grüß dich", "sign": "€"}');
        expect(await json).toEqual({ greeting: "grüß dich", sign: "€" });
      }
    }
  });

  it("rejects what is no JSON", async () => {
    const exchange = new TestExchange({ hasContent: true, contentLength: 1 });
    const reading = incomingRequest(exchange, null).json();
    exchange.sink?.chunk(Buffer.from("{"));
    exchange.sink?.end();
    await expect(reading).rejects.toThrow(SyntaxError);
  });

  it("rejects when the client leaves too early", async () => {
    const exchange = upload();
    const request = incomingRequest(exchange, null);
    const text = request.text();
    const { signal } = request;
    exchange.leave();
    await expect(text).rejects.toMatchObject({ name: "AbortError", message: "The connection was closed." });
    expect(signal.aborted).toBe(true);
    expect(signal.reason).toMatchObject({ name: "AbortError" });
  });

  it("rejects when there is more than the server takes", async () => {
    const exchange = upload();
    const text = incomingRequest(exchange, null).text();
    exchange.sink?.abort("limit");
    await expect(text).rejects.toThrow("Request body exceeded maxRequestBodySize");
  });

  it("has no body without content", async () => {
    const request = incomingRequest(new TestExchange(), null);
    expect([request.body, await request.text(), request.bodyUsed]).toEqual([null, "", false]);
  });

  it("holds a fast client back for a slow reader", async () => {
    const exchange = upload();
    const reader = incomingRequest(exchange, null).body?.getReader();
    exchange.sink?.chunk(new Uint8Array(1024 * 1024));
    expect(exchange.paused).toBe(1);
    expect((await reader?.read())?.value?.length).toBe(1024 * 1024);
    expect(exchange.resumed).toBe(1);
    exchange.sink?.end();
    expect((await reader?.read())?.done).toBe(true);
  });

  it("drops the rest of a cancelled stream", async () => {
    const exchange = upload();
    const { body } = incomingRequest(exchange, null);
    exchange.sink?.chunk(new Uint8Array(1024 * 1024));
    await body?.cancel();
    expect(exchange.resumed).toBe(1);
    exchange.feed("more");
    exchange.leave();
  });

  it("gives a clone content of its own", async () => {
    const exchange = upload();
    const request = incomingRequest(exchange, null);
    const clone = request.clone();
    exchange.feed("abc");
    expect([await clone.text(), await request.text(), clone.url]).toEqual(["abc", "abc", "http://a/p?q"]);
  });

  it("has params only for a route", () => {
    const routed: Request & { params?: unknown } = incomingRequest(upload(), { id: "5" });
    expect(routed.params).toEqual({ id: "5" });
    expect(routed.constructor).toBe(Request);
    expect("params" in incomingRequest(upload(), null)).toBe(false);
  });
});

describe("settleRequest", () => {
  it("leaves no content that nobody asked for", async () => {
    const exchange = upload();
    const request = incomingRequest(exchange, null);
    settleRequest(request);
    await expect(request.text()).rejects.toMatchObject({ name: "AbortError" });
    await expect(request.text()).rejects.toMatchObject({ code: "ERR_BODY_ALREADY_USED" });
    expect(exchange.sink).toBe(null);
  });

  it("has the exchange remember header fields that somebody asked for, and no others", () => {
    const exchange = upload();
    const request = incomingRequest(exchange, null);
    settleRequest(request);
    expect(exchange.headerReads).toBe(0);
    const asked = incomingRequest(exchange, null);
    asked.headers;
    expect(exchange.headerReads).toBe(0);
    settleRequest(asked);
    expect(exchange.headerReads).toBe(1);
  });
});

describe("keepRequest", () => {
  it("keeps all of it, asked for or not", () => {
    const request = incomingRequest(upload(), null);
    keepRequest(request);
    settleRequest(request);
    expect([request.url, request.method, request.headers.get("host")]).toEqual(["http://a/p?q", "POST", "a"]);
  });
});

describe("Request", () => {
  it("refuses URLs that are not absolute", () => {
    expect(() => new Request("/x")).toThrow("Failed to construct 'Request': Invalid URL \"/x\"");
  });

  it("is no exchange's when a user made it", () => {
    expect(exchangeOf(new Request("http://a"))).toBe(null);
  });

  it("leaves the runtime's own alone", () => {
    const native = new NativeRequest("http://a/b");
    expect(toNativeRequest(native)).toBe(native);
  });

  it("becomes the runtime's own", async () => {
    const native = toNativeRequest(
      new Request("http://a/b", { method: "PUT", body: "x", headers: { a: "1" } }),
    );
    expect([native.method, native.url, native.headers.get("a"), await native.text()]).toEqual([
      "PUT",
      "http://a/b",
      "1",
      "x",
    ]);
  });
});
