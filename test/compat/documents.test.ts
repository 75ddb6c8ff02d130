import { describe, expect, it } from "vitest";
import { manifest } from "../../compat/docs/manifest.js";
import { fixedPorts } from "../../compat/suite/document-run.js";
import { blocksOf, extract, isProgram, pages } from "../../compat/suite/documents.js";
import { deriveProbes } from "../../compat/suite/probe.js";

describe("extract", () => {
  const text = [
    "# Title",
    "```ts server.ts",
    "const a = 1;",
    "```",
    "## Part `two`",
    "<CodeGroup>",
    '  ```tsx title="app.tsx" icon="x"',
    "  const b = <p />;",
    "    nested();",
    "  ```",
    "  ```html index.html",
    "  <p></p>",
    "  ```",
    "</CodeGroup>",
    "````md",
    "```ts",
    "shown();",
    "```",
    "````",
  ].join("\n");

  it("names blocks by heading and order, and takes off the fence's indentation", () => {
    const [first, second, third, fourth] = extract("page", text);
    expect(first).toMatchObject({ id: "page › Title › 1", fileName: "server.ts", code: "const a = 1;" });
    expect(second).toMatchObject({
      id: "page › Part two › 1",
      fileName: "app.tsx",
      code: "const b = <p />;\n  nested();",
    });
    expect(second?.siblings.map((one) => one.fileName)).toEqual(["app.tsx", "index.html"]);
    expect(third).toMatchObject({ language: "html" });
    expect(fourth).toMatchObject({ language: "md", code: "```ts\nshown();\n```" });
  });
});

describe("the manifest", () => {
  it("knows every block of the pages, as it is", () => {
    const blocks = pages().flatMap(blocksOf).filter(isProgram);
    expect(blocks.length).toBeGreaterThan(100);
    expect(
      blocks.filter((block) => manifest[block.id]?.hash !== block.hash).map((block) => block.id),
    ).toEqual([]);
    expect(Object.keys(manifest).length).toBe(new Set(blocks.map((block) => block.id)).size);
  });
});

describe("deriveProbes", () => {
  it("asks for the paths a block names", () => {
    const asked = deriveProbes(
      `Bun.serve({ routes: { "/a/:id": f, "/b/*": { GET: f, POST: f } }, fetch(req) { if (url.pathname === "/c") server.upgrade(req); } })`,
    ).map((probe) => probe.ask);
    expect(asked).toEqual(
      expect.arrayContaining([
        "GET /",
        "GET /a/42",
        "GET /b/some/thing",
        "POST /a/42",
        "GET /c",
        "GET /nowhere",
        "SOCKET /c",
      ]),
    );
  });
});

describe("fixedPorts", () => {
  it("finds the ports a block insists on", () => {
    expect(fixedPorts("serve({ port: 3001 }); http.listen(8080); serve({ port: 0 })")).toEqual([3001, 8080]);
    expect(fixedPorts("port: process.env.PORT || 8080")).toEqual([8080]);
  });
});
