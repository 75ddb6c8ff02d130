import { describe, expect, it } from "vitest";
import { scopePrelude } from "../../src/runtime/scope.js";

const call = 'globalThis[Symbol.for("bunshim.scope")](import.meta);';

describe("scopePrelude", () => {
  it.each([
    "export const a = 1;",
    "new URL('./a', import.meta.url);",
    "import x from 'require';",
    "x.require('a'); x.module; y.exports = 1;",
    "const exported = 'module-name', modules = {};",
  ])("leaves alone: %s", (code) => {
    expect(scopePrelude(code)).toBe("");
  });

  it.each(["import.meta.dir", "const { dir } = import.meta;", "f(import.meta)", "import.meta.urls"])(
    "sets up import.meta for: %s",
    (code) => {
      expect(scopePrelude(code)).toBe(call);
    },
  );

  it.each([
    ["require('a')", "require"],
    ["if (require.main === module) run();", "require, module"],
    ["console.log(__dirname, __filename)", "__filename, __dirname"],
    ["typeof exports", "exports"],
  ])("binds the names that are used: %s", (code, names) => {
    expect(scopePrelude(code)).toBe(`const { ${names} } = ${call}`);
  });

  it.each([
    "const require = createRequire('/'); require('a');",
    "import require from 'x'; require('a');",
    "import { a as require } from 'x'; require('a');",
    "import * as require from 'x'; require('a');",
    "import { require } from 'x'; require('a');",
    "const { require, a } = x; require('a');",
    "const { a: require } = x; require('a');",
    "const [require] = x; require('a');",
    "let a = 1, require = f; require('a');",
    "function require() {} require('a');",
    "function* require() {} require('a');",
    "class require {} new require();",
  ])("binds no name that the module binds: %s", (code) => {
    expect(scopePrelude(code)).toBe("");
  });
});
