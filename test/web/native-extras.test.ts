import { beforeAll, describe, expect, it } from "vitest";
import { installBlobExtras } from "../../src/web/blob.js";
import { NativeHeaders } from "../../src/web/native.js";
import { installNativeExtras } from "../../src/web/native-extras.js";
import { Response, takeContent } from "../../src/web/response.js";

beforeAll(() => {
  installNativeExtras((error) => error);
  installBlobExtras();
});

describe("installNativeExtras", () => {
  it("gives native headers toJSON, getAll and count", () => {
    const headers = new NativeHeaders([
      ["set-cookie", "a"],
      ["x-a", "1"],
      ["set-cookie", "b"],
    ]);
    expect(JSON.parse(JSON.stringify(headers))).toEqual({ "set-cookie": ["a", "b"], "x-a": "1" });
    expect(Reflect.get(headers, "count")).toBe(3);
    expect(Reflect.apply(Reflect.get(headers, "getAll"), headers, ["set-cookie"])).toEqual(["a", "b"]);
  });

  it("gives forms toJSON and length", () => {
    const form = new FormData();
    for (const [name, value] of [
      ["a", "1"],
      ["a", "2"],
      ["b", "3"],
    ] as const)
      form.append(name, value);
    expect(JSON.stringify(form)).toBe('{"a":["1","2"],"b":"3"}');
    expect(Reflect.get(form, "length")).toBe(3);
  });
});

describe("installBlobExtras", () => {
  it("gives blobs json, bytes and formData", async () => {
    const call = (blob: Blob, member: string) => Reflect.apply(Reflect.get(blob, member), blob, []);
    await expect(call(new Blob(["a=1"]), "formData")).rejects.toThrow("Invalid encoding");
    await expect(call(new Blob([""]), "json")).rejects.toThrow("Unexpected end of JSON input");
    expect(await call(new Blob(['{"a":1}']), "json")).toEqual({ a: 1 });
    expect(await call(new Blob(["ab"]), "bytes")).toEqual(new Uint8Array([97, 98]));
  });

  it("lets a reply of an untouched stream be the blob", () => {
    const blob = new Blob(["x"]);
    expect(takeContent(new Response(blob.stream()))).toBe(blob);
  });
});
