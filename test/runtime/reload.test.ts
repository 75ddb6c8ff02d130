import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { project, run } from "./program-run.js";

/** Runs a program with a flag; each time it printed what a step waits for, the step changes files or ends it. */
function reloading(
  flag: string,
  folder: string,
  steps: readonly [printed: string, action: (child: { kill(signal: NodeJS.Signals): void }) => void][],
) {
  let at = 0;
  return run([flag, "a.ts"], {
    cwd: folder,
    onOutput(stdout, child) {
      const step = steps[at];
      if (step === undefined || !stdout.includes(step[0])) return;
      at++;
      step[1](child);
    },
  });
}

const server = (answer: string): string => `
import { version } from "./dep.ts";
globalThis.count = (globalThis.count ?? 0) + 1;
const server = Bun.serve({ port: 0, fetch: () => new Response("${answer}" + version) });
globalThis.port ??= server.port;
console.log(await (await fetch(server.url)).text(), globalThis.count, globalThis.port === server.port, import.meta.url.includes("?"));
`;

const end = (child: { kill(signal: NodeJS.Signals): void }): void => child.kill("SIGTERM");

describe("bunshim --hot", () => {
  it("evaluates changed files in the same process, and gives the server its new handlers", async () => {
    const folder = project({ "a.ts": server("a"), "dep.ts": "export const version = 1;" });
    const { stdout } = await reloading("--hot", folder, [
      ["a1 1", () => writeFileSync(join(folder, "a.ts"), server("b"))],
      ["b1 2", () => writeFileSync(join(folder, "dep.ts"), "export const version = 2;")],
      ["b2 3", end],
    ]);
    expect(stdout).toBe("a1 1 true false\nb1 2 true false\nb2 3 true false\n");
  });

  it("reloads CommonJS and JSON", async () => {
    const main = `globalThis.count = (globalThis.count ?? 0) + 1;
console.log(require("./dep.cjs"), require("./data.json").x, globalThis.count);`;
    const folder = project({ "a.ts": main, "dep.cjs": "module.exports = 'd1';", "data.json": '{"x":1}' });
    const { stdout } = await reloading("--hot", folder, [
      ["d1 1 1", () => writeFileSync(join(folder, "dep.cjs"), "module.exports = 'd2';")],
      ["d2 1 2", () => writeFileSync(join(folder, "data.json"), '{"x":2}')],
      ["d2 2 3", end],
    ]);
    expect(stdout).toBe("d1 1 1\nd2 1 2\nd2 2 3\n");
  });

  it("prints errors and waits for the next change", async () => {
    const folder = project({ "a.ts": "console.log('one');" });
    const { stdout, stderr } = await reloading("--hot", folder, [
      [
        "one",
        () => writeFileSync(join(folder, "a.ts"), "console.log('two'); throw new Error('evaluation');"),
      ],
      [
        "two",
        () =>
          writeFileSync(
            join(folder, "a.ts"),
            "console.log('three'); Promise.reject(new Error('rejection'));",
          ),
      ],
      ["three", () => writeFileSync(join(folder, "a.ts"), "console.log('four');")],
      ["four", end],
    ]);
    expect(stdout).toBe("one\ntwo\nthree\nfour\n");
    expect(stderr).toMatch(/error: evaluation\n[\s\S]*error: rejection\n/);
  });
});

describe("bunshim --watch", () => {
  it("starts the program anew, after its clean-up, when a file that it imports changes", async () => {
    const main = `import { version } from "./dep.ts";
globalThis.count = (globalThis.count ?? 0) + 1;
process.on("SIGTERM", () => { console.log("cleaned up"); process.exit(0); });
console.log("version", version, globalThis.count);`;
    const folder = project({ "a.ts": main, "dep.ts": "export const version = 1;" });
    const { stdout, code } = await reloading("--watch", folder, [
      ["version 1 1", () => writeFileSync(join(folder, "dep.ts"), "export const version = 2;")],
      ["version 2 1", () => writeFileSync(join(folder, "a.ts"), "console.log('last'); process.exit(3);")],
    ]);
    expect(stdout).toBe("version 1 1\ncleaned up\nversion 2 1\ncleaned up\nlast\n");
    expect(code).toBe(3);
  });

  it("passes signals on to the program", async () => {
    const folder = project({
      "a.ts": `process.on("SIGINT", () => process.exit(7)); console.log("up");`,
    });
    const { code } = await reloading("--watch", folder, [["up", (child) => child.kill("SIGINT")]]);
    expect(code).toBe(7);
  });
});
