import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Bun } from "../../src/bun/index.js";
import * as library from "../../src/index.js";

describe("Bun", () => {
  it("lacks what is not there, instead of promising it", () => {
    for (const name of Object.keys(Bun)) expect(Reflect.get(Bun, name), name).not.toBeUndefined();
    expect("Transpiler" in Bun).toBe(false);
    expect("zstdCompressSync" in Bun).toBe("zstdCompressSync" in process.getBuiltinModule("node:zlib"));
  });

  it("is a plain object that can be changed and extended", () => {
    expect(Object.prototype.toString.call(Bun)).toBe("[object Bun]");
    expect(Object.isExtensible(Bun)).toBe(true);
    const { sleep } = Bun;
    expect(Reflect.set(Bun, "sleep", null)).toBe(true);
    expect(Reflect.set(Bun, "sleep", sleep)).toBe(true);
  });

  it("is the library's default export, and its members are exports of their own", () => {
    expect(library.default).toBe(Bun);
    expect(library.file).toBe(Bun.file);
    expect(library.serve).toBe(Bun.serve);
  });

  it("shares the environment and the arguments with the process", () => {
    expect(Bun.env).toBe(process.env);
    expect(Bun.argv).toBe(process.argv);
    expect(Bun.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it("changes no global when it is imported", () => {
    const entry = new URL("../../src/index.ts", import.meta.url).href;
    const program = `
      const describe = (object) => Reflect.ownKeys(object).map((key) => {
        const { value, get, set } = Object.getOwnPropertyDescriptor(object, key);
        return [key, value, get, set];
      });
      const objects = [globalThis, Blob.prototype, Response, Response.prototype, Request.prototype, Headers.prototype, URL.prototype, ReadableStream.prototype, Promise, process, console];
      void process.allowedNodeEnvironmentFlags;
      const before = objects.map(describe);
      await import(${JSON.stringify(entry)});
      const after = objects.map(describe);
      const changed = after.flatMap((members, index) => members.filter(([key, ...rest]) => {
        const old = before[index].find(([name]) => name === key);
        return old === undefined || rest.some((part, at) => !Object.is(part, old[at + 1]));
      }).map(([key]) => String(key)));
      console.log(JSON.stringify(changed));
      process.exit(0);`;
    const loader = fileURLToPath(import.meta.resolve("tsx"));
    const output = execFileSync(process.execPath, ["--import", loader, "--input-type=module", "-e", program]);
    expect(JSON.parse(String(output))).toEqual([]);
  });
});
