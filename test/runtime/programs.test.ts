import { describe, expect, it } from "vitest";
import { doors, project, run } from "./program-run.js";

describe.each(Object.entries(doors))("%s", (_, door) => {
  it("says where a syntax error is", async () => {
    const cwd = project({ "a.ts": "const a = 1;\nlet b: string = ;\n" });
    const { code, stderr } = await run(["a.ts"], { cwd, door });
    expect(code).toBe(1);
    expect(stderr).toContain(`2 | let b: string = ;\n                    ^\nerror: Unexpected ;`);
    expect(stderr).toContain(`at ${cwd}/a.ts:2:17`);
  });

  it("names an import that leads nowhere", async () => {
    const cwd = project({ "a.ts": 'import "./none.ts";' });
    const { code, stderr } = await run(["a.ts"], { cwd, door });
    expect(code).toBe(1);
    expect(stderr).toContain(`Cannot find module './none.ts' from '${cwd}/a.ts'`);
  });

  it.each(["import 'bun:nope';", "require('bun:nope');"])(
    "names a module of Bun that is missing: %s",
    async (code) => {
      const cwd = project({ "a.ts": code });
      const outcome = await run(["a.ts"], { cwd, door });
      expect(outcome.code).toBe(1);
      expect(outcome.stderr).toContain(
        `bunshim has no module "bun:nope", which ${cwd}/a.ts imports. See https://`,
      );
    },
  );

  it("shows an uncaught error at its place in the source, and ends with 1", async () => {
    const cwd = project({
      "a.ts": "interface A { a: 1 }\n\nfunction f(): never {\n  throw new Error('boom');\n}\nf();",
    });
    const { code, stderr } = await run(["a.ts"], { cwd, door });
    expect(code).toBe(1);
    expect(stderr).toContain("throw new Error('boom')");
    expect(stderr).toContain(`f (${cwd}/a.ts:4:13)`);
  });

  it("runs a file that starts with #!", async () => {
    for (const code of ["console.log(import.meta.main)", "console.log(require.main === module)"]) {
      const cwd = project({ "a.ts": `#!/usr/bin/env bun\n${code}` });
      expect(await run(["a.ts"], { cwd, door })).toMatchObject({ code: 0, stdout: "true\n" });
    }
  });

  it("is there in forked programs, too", async () => {
    const cwd = project({
      "a.ts": `import { fork } from "node:child_process";
        if (process.argv[2] === "child") process.send!(typeof Bun.serve as string);
        else fork(import.meta.path, ["child"]).on("message", (text) => console.log(text));`,
    });
    expect(await run(["a.ts"], { cwd, door })).toMatchObject({ stdout: "function\n", stderr: "" });
  });

  it("is there in worker threads, too", async () => {
    const cwd = project({
      "a.ts": `import { isMainThread, parentPort, Worker } from "node:worker_threads";
        enum Answer { Yes = 42 }
        if (isMainThread) new Worker(import.meta.path).on("message", (text) => console.log(text));
        else parentPort?.postMessage([Answer.Yes, typeof Bun.serve, import.meta.main].join());`,
    });
    expect(await run(["a.ts"], { cwd, door })).toMatchObject({ stdout: "42,function,false\n", stderr: "" });
  });

  it("calls a handler of uncaughtException for an error at the top level", async () => {
    const cwd = project({
      "a.ts":
        "process.on('uncaughtException', (e) => console.log('caught', e.message)); throw new Error('top');",
    });
    expect(await run(["a.ts"], { cwd, door })).toMatchObject({ code: 0, stdout: "caught top\n", stderr: "" });
  });

  it("runs modules and CommonJS in a package of either type", async () => {
    for (const type of ["module", "commonjs"]) {
      const cwd = project({
        "package.json": JSON.stringify({ type }),
        "a.ts": "import { b } from './b.js'; import c from './c.js'; console.log(b, c.c, await 1);",
        "b.js": "export const b = 'b';",
        "c.js": "module.exports = { c: require('./d').d };",
        "d.ts": "exports.d = 'd' as string;",
      });
      expect(await run(["a.ts"], { cwd, door })).toMatchObject({ stdout: "b d 1\n", stderr: "" });
    }
  });

  it("requires modules from CommonJS, once", async () => {
    const cwd = project({
      "a.cts": "const m = require('./m.ts'); import('./m').then((n) => console.log(m.count(), n.count()));",
      "m.ts": "let n = 0; export const count = (): number => ++n;",
    });
    expect(await run(["a.cts"], { cwd, door })).toMatchObject({ stdout: "1 2\n", stderr: "" });
  });

  it("gives one instance of this package to every way of asking", async () => {
    const cwd = project({
      "a.ts": `import { serve } from "bun"; import { serve as own } from "bunshim";
        console.log(serve === own, serve === Bun.serve, require("bun") === Bun);`,
    });
    expect(await run(["a.ts"], { cwd, door })).toMatchObject({ stdout: "true true true\n", stderr: "" });
  });

  it("follows paths and baseUrl of tsconfig, also of one it extends", async () => {
    const cwd = project({
      "base.json": '{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./src/*"] } } }',
      "tsconfig.json": '{ // comment\n "extends": "./base.json" }',
      "src/lib/index.ts": "export const v = 'lib';",
      "a.ts": `import { v } from "@/lib"; import { v as w } from "src/lib"; console.log(v, w, require("@/lib/index").v);`,
    });
    expect(await run(["a.ts"], { cwd, door })).toMatchObject({ stdout: "lib lib lib\n", stderr: "" });
  });

  it("prefers what a package exports for Bun", async () => {
    const exports = { bun: "./bun.ts", default: "./node.js" };
    const cwd = project({
      "node_modules/two/package.json": JSON.stringify({ name: "two", exports }),
      "node_modules/two/bun.ts": "export default 'bun' as string;",
      "node_modules/two/node.js": "export default 'node';",
      "a.ts": "import two from 'two'; console.log(two);",
    });
    expect(await run(["a.ts"], { cwd, door })).toMatchObject({ stdout: "bun\n", stderr: "" });
  });

  it("finds files of a package that names them without an extension, or by their folder", async () => {
    const cwd = project({
      "node_modules/two/package.json": JSON.stringify({ name: "two", main: "./dist/index.js" }),
      "node_modules/two/dist/index.js": "export * from './server'; export * from './parts';",
      "node_modules/two/dist/server.js": "export const server = 1;",
      "node_modules/two/dist/parts/index.js": "export const parts = 2;",
      "a.ts": "import { server, parts } from 'two'; console.log(server, parts);",
    });
    expect(await run(["a.ts"], { cwd, door })).toMatchObject({ stdout: "1 2\n", stderr: "" });
  });

  it("gives modules of packages what Bun has in scope, unless they declare it", async () => {
    const cwd = project({
      "node_modules/three/package.json": JSON.stringify({ name: "three", type: "module", main: "index.js" }),
      "node_modules/three/index.js": `export * from "./shim.js"; export * from "./own.js";
        export const place = [import.meta.file, __filename.endsWith("index.js"), typeof __dirname];`,
      "node_modules/three/shim.js": `const wrap = (exports, require, module) => require("none");
        const load = typeof require !== "undefined" ? require : wrap;
        export const path = typeof load("path").join; export const meta = typeof import.meta.require("path").join;`,
      "node_modules/three/own.js": `#!/usr/bin/env node
import { createRequire } from "node:module";
        let other = 1, require = createRequire(import.meta.url);
        export const own = typeof require("path").join + other;`,
      "a.ts": "import * as three from 'three'; console.log(JSON.stringify(three));",
    });
    const { stdout, stderr } = await run(["a.ts"], { cwd, door });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      meta: "function",
      own: "function1",
      path: "function",
      place: ["index.js", true, "string"],
    });
  });

  it("has the package ws without its being installed", async () => {
    const cwd = project({
      "a.ts": `import WebSocket, { WebSocketServer } from "ws";
        import { createRequire } from "node:module";
        const again = createRequire(import.meta.url)("ws");
        console.log(WebSocketServer.name, WebSocket.OPEN, again === WebSocket);`,
      "b.cjs": 'console.log(require("ws").WebSocketServer.name);',
    });
    expect(await run(["a.ts"], { cwd, door })).toMatchObject({
      stdout: "WebSocketServer 1 true\n",
      stderr: "",
    });
    expect(await run(["b.cjs"], { cwd, door })).toMatchObject({ stdout: "WebSocketServer\n", stderr: "" });
  });

  it("keeps declarations of a module that names them like CommonJS does", async () => {
    const cwd = project({
      "a.ts": `import { createRequire } from "node:module";
        const require = createRequire(import.meta.url);
        const { module, exports } = { module: 1, exports: 2 };
        const __dirname = import.meta.dirname;
        console.log(typeof require("node:fs"), module, exports, __dirname === import.meta.dir);`,
    });
    expect(await run(["a.ts"], { cwd, door })).toMatchObject({ stdout: "object 1 2 true\n", stderr: "" });
  });

  it("starts a server from the default export", async () => {
    const cwd = project({
      "a.ts": "export default { port: 0, hostname: '127.0.0.1', fetch: () => new Response('served') };",
    });
    let body: Promise<string> | undefined;
    await run(["a.ts"], {
      cwd,
      door,
      onOutput(stdout, child) {
        const url = /Started development server: (\S+)\n/.exec(stdout)?.[1];
        if (url === undefined) return;
        body = fetch(url)
          .then((response) => response.text())
          .finally(() => child.kill("SIGTERM"));
      },
    });
    expect(await body).toBe("served");
  });
});

describe("JSX", () => {
  const react = {
    "node_modules/react/package.json":
      '{ "name": "react", "type": "module", "exports": { ".": "./index.js", "./jsx-runtime": "./jsx.js", "./jsx-dev-runtime": "./dev.js" } }',
    "node_modules/react/index.js": "export default { createElement: (type) => 'classic ' + type };",
    "node_modules/react/jsx.js": "export const jsx = (type) => 'production ' + type;",
    "node_modules/react/dev.js": "export const jsxDEV = (type) => 'development ' + type;",
  };

  it.each([
    [undefined, {}, "development"],
    [undefined, { NODE_ENV: "production" }, "production"],
    ["react-jsx", {}, "production"],
    ["react-jsxdev", {}, "development"],
    ["preserve", {}, "development"],
    ["react", {}, "classic"],
  ])("is compiled as jsx: %s and %o ask", async (jsx, env, expected) => {
    const cwd = project({
      ...react,
      "tsconfig.json": JSON.stringify({ compilerOptions: { jsx } }),
      "a.tsx": "import React from 'react'; console.log(<p>x</p>);",
    });
    expect((await run(["a.tsx"], { cwd, env })).stdout).toBe(`${expected} p\n`);
  });

  it("is understood in .js files", async () => {
    const cwd = project({ ...react, "a.js": "console.log(<p>x</p>);" });
    expect((await run(["a.js"], { cwd })).stdout).toBe("development p\n");
  });
});

describe("an error nobody caught", () => {
  it("is shown where the program called us", async () => {
    const cwd = project({ "a.ts": "const port = -1;\nBun.serve({ port, fetch: () => new Response() });" });
    const { code, stderr } = await run(["a.ts"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^1 \| const port = -1;\n2 \| Bun\.serve\(.*\n {8}\^\n/);
  });

  it.each(["import { notThere } from 'bun'; notThere();", "Bun.notThere();", "new Bun.notThere();"])(
    "names the member of Bun that is missing: %s",
    async (code) => {
      const { stderr } = await run(["a.ts"], { cwd: project({ "a.ts": code }) });
      expect(stderr).toMatch(/\nnote: bunshim has no Bun\.notThere yet\. See https:/);
    },
  );

  it("may be any value", async () => {
    const { code, stderr } = await run(["a.ts"], { cwd: project({ "a.ts": "throw 'text';" }) });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "error: text\ntext\n\n" });
  });
});
