import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { selectWire } from "../../src/wire/select.js";
import { loadEngine } from "../../src/wire/uws/engine.js";
import type { ListenOptions } from "../../src/wire/wire.js";
import { tlsContext } from "./tls-context.js";
import { ANY_PORT } from "./wires.js";

const CONTEXT = tlsContext();

const forced = process.env["BUNSHIM_WIRE"];
afterEach(() => {
  if (forced === undefined) delete process.env["BUNSHIM_WIRE"];
  else process.env["BUNSHIM_WIRE"] = forced;
});

describe("BUNSHIM_WIRE", () => {
  it("refuses other values", () => {
    process.env["BUNSHIM_WIRE"] = "fast";
    expect(() => selectWire()).toThrow('BUNSHIM_WIRE must be "uws" or "node", not "fast"');
  });

  it("forces node:http", () => {
    process.env["BUNSHIM_WIRE"] = "node";
    expect(selectWire().name).toBe("node");
  });

  it.runIf(loadEngine().uws !== null)("forces uWebSockets.js", () => {
    process.env["BUNSHIM_WIRE"] = "uws";
    expect(selectWire().name).toBe("uws");
  });
});

describe("selectWire", () => {
  it("prefers uWebSockets.js, and counts an empty variable as unset", () => {
    process.env["BUNSHIM_WIRE"] = "";
    expect(selectWire().name).toBe(loadEngine().uws === null ? "node" : "uws");
  });
});

describe("selectWire with options that the engine does not have", () => {
  const options: [string, Partial<ListenOptions>][] = [
    ["http2", { http2: true }],
    ["ipv6Only", { ipv6Only: true }],
    ["several server names", { tls: [CONTEXT, { ...CONTEXT, serverName: "a.test" }] }],
    ["requestCert", { tls: [{ ...CONTEXT, requestCert: true }] }],
    ["secureOptions", { tls: [{ ...CONTEXT, secureOptions: 4 }] }],
  ];

  it.each(options)("takes node:http for %s", (_, given) => {
    process.env["BUNSHIM_WIRE"] = "";
    expect(selectWire({ ...ANY_PORT, ...given }).name).toBe("node");
  });

  it.runIf(loadEngine().uws !== null).each(options)("says for %s why uws cannot be forced", (_, given) => {
    process.env["BUNSHIM_WIRE"] = "uws";
    expect(() => selectWire({ ...ANY_PORT, ...given })).toThrow(
      /^BUNSHIM_WIRE=uws, but .+\. Without BUNSHIM_WIRE, node:http serves it\.$/,
    );
  });

  it.runIf(loadEngine().uws !== null)("keeps the engine for one certificate and for unix sockets", () => {
    process.env["BUNSHIM_WIRE"] = "";
    expect(selectWire({ ...ANY_PORT, tls: [{ ...CONTEXT, serverName: "a.test" }] }).name).toBe("uws");
    expect(selectWire({ ...ANY_PORT, unix: "/tmp/x" }).name).toBe("uws");
  });
});

describe("selectWire without an engine", () => {
  let folder = "";
  beforeEach(() => {
    // A copy of the wires outside the checkout finds no dependencies.
    folder = mkdtempSync(join(tmpdir(), "bunshim-select-"));
    for (const part of ["wire", "async"]) {
      cpSync(fileURLToPath(new URL(`../../src/${part}`, import.meta.url)), join(folder, part), {
        recursive: true,
      });
    }
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(
      join(folder, "main.ts"),
      `import { selectWire } from "./wire/select.js";
       console.log(selectWire().name, selectWire().name);`,
    );
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function run(wire: string) {
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
    return spawnSync(process.execPath, ["--import", tsx, "main.ts"], {
      cwd: folder,
      env: { ...process.env, BUNSHIM_WIRE: wire },
      encoding: "utf8",
    });
  }

  it("fails when uws is forced", () => {
    const { status, stderr } = run("uws");
    expect(status).toBe(1);
    expect(stderr).toContain(
      "BUNSHIM_WIRE=uws, but no uWebSockets.js runs here: uWebSockets.js is not installed",
    );
  });

  it("falls back to node:http and says so in one line, once", () => {
    const { stdout, stderr } = run("");
    expect(stdout).toBe("node node\n");
    expect(stderr).toMatch(
      /^bunshim: no uWebSockets\.js runs here, so the slower node:http serves: .+ To fix it, .+\n$/,
    );
  });

  it("says nothing when node is forced", () => {
    expect(run("node")).toMatchObject({ stdout: "node node\n", stderr: "" });
  });
});
