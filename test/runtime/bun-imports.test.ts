import { describe, expect, it } from "vitest";
import { bindBunImports } from "../../src/runtime/bun-imports.js";

describe("bindBunImports", () => {
  it("leaves alone what cannot be read, what comes from elsewhere, and what is no import", () => {
    for (const code of [
      'import { a from "bun"',
      'import { a } from "bun-types"',
      'export { sleep } from "bun";',
      'const a = `import { a } from "bun"`;',
    ])
      expect(bindBunImports(code)).toEqual({ code, prelude: "" });
  });

  it("takes members, the default and the namespace out of Bun", () => {
    const { code, prelude } = bindBunImports(
      'import a, { b, c as d } from "bun";\nimport * as e from "bun";',
    );
    expect(prelude).toBe("var a = globalThis.Bun;var { b, c: d } = globalThis.Bun;var e = globalThis.Bun;");
    expect(code).toMatch(/^import \{ b as \w+, c as \w+ \} from "bun";\nimport \{ {2}\} from "bun";$/);
  });

  it("moves no line", () => {
    const source = 'import {\n  a, // "bun", from\n  b,\n} from "bun";\nconst c = await import(\n"bun"\n);\n';
    const { code, prelude } = bindBunImports(source);
    expect(code.split("\n").length).toBe(source.split("\n").length);
    expect(prelude).toBe("var { a, b } = globalThis.Bun;");
    expect(code).toContain("Promise.resolve(globalThis.Bun)");
  });
});
