import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readManifest } from "../../../src/serve/html/manifest.js";
import { folder } from "../../html/files.js";

const headers = { etag: "x", "content-type": "text/html;charset=utf-8" };

describe("readManifest", () => {
  it("refuses files that are not there, or no list", () => {
    expect(() => readManifest({ index: "./gone", files: [{ path: "./gone", headers }] })).toThrow(
      'Bundled file "./gone" not found.',
    );
    expect(() => readManifest({ index: "x", files: 3 })).toThrow("files must be an array");
    expect(() => readManifest({ index: 1 })).toThrow(
      'The "index" property must be of type string, got number',
    );
  });

  it("takes nothing else for a manifest", () => {
    const values = [
      {},
      { index: "x" },
      { index: null, files: [] },
      { index: "x", files: [null, 1, {}, { path: "x" }] },
    ];
    expect(values.map(readManifest)).toEqual(values.map(() => null));
  });

  it("makes the page and routes for its files", () => {
    const root = folder({ "i.html": "<p>", "a.js": "1" });
    const index = join(root, "i.html");
    const built = readManifest({
      index,
      files: [
        { path: index, headers },
        { path: join(root, "a.js"), headers },
      ],
    });
    expect(built?.page).toMatchObject({ kind: "response" });
    expect(built?.files).toMatchObject([{ path: join("/", root, "a.js"), method: "GET" }]);
    expect(basename(built?.files[0]?.path ?? "")).toBe("a.js");
  });
});
