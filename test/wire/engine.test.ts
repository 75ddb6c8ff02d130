import { AsyncLocalStorage } from "node:async_hooks";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sharesAsyncContext } from "../../src/async/context.js";
import { loadEngine, MAX_HEADER_BYTES } from "../../src/wire/uws/engine.js";
import { remotePort } from "../../src/wire/uws/features.js";

const NODE_MAJOR = Number(process.versions.node.split(".", 1)[0]);
const ENGINE = new URL("../../src/wire/uws/engine.ts", import.meta.url);
const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bunshim-engine-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a package into `folder`/node_modules; the entry file is `uws.js`. */
function install(directory: string, manifest: object, entry: string): void {
  const target = join(folder, "node_modules", directory);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "package.json"), JSON.stringify({ main: "uws.js", ...manifest }));
  writeFileSync(join(target, "uws.js"), entry);
}

/** Runs an expression with `loadEngine` in a process of its own, started in `folder`; returns its value. */
function evaluate(expression: string, engine = ENGINE.href, env: Record<string, string> = {}): unknown {
  const program = join(folder, "main.mjs");
  writeFileSync(
    program,
    `const { loadEngine } = await import(${JSON.stringify(engine)});
     console.log(JSON.stringify(${expression}));
     process.exit();`,
  );
  const child = spawnSync(process.execPath, ["--import", TSX, program], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

const REFUSALS = "loadEngine().refusals.map((refusal) => refusal.candidate + ' ' + refusal.reason)";

describe("loadEngine: refusals", () => {
  /** A copy without our dependencies around it. */
  function copyOfEngine(): string {
    const copy = join(folder, "engine.ts");
    copyFileSync(ENGINE, copy);
    return pathToFileURL(copy).href;
  }

  it("says that nothing is installed", () => {
    expect(evaluate(REFUSALS, copyOfEngine())).toEqual([
      "uWebSockets.js is not installed",
      "uWebSockets.js-20.51 is not installed",
    ]);
  });

  it("says that no binary was published for this Node.js, and for which there is one", () => {
    const optionalDependencies = Object.fromEntries(
      [18, 21, 19, 20, 28]
        .filter((major) => major !== NODE_MAJOR)
        .map((major) => [`@uwsjs/${process.platform}-${process.arch}-${major}`, "20.1.0"]),
    );
    install("uWebSockets.js", { name: "@uwsjs/core", version: "20.1.0", optionalDependencies }, "");
    expect(evaluate("loadEngine().refusals[0]", copyOfEngine())).toMatchObject({
      candidate: "uWebSockets.js 20.1.0",
      reason: `has no binary for Node.js ${NODE_MAJOR} on ${process.platform}-${process.arch}`,
      fix: expect.stringMatching(/^use Node\.js (20, )?21 or 28$/),
    });
  });

  it("says that the package manager left the binary out", () => {
    const binary = `@uwsjs/${process.platform}-${process.arch}-${NODE_MAJOR}`;
    const optionalDependencies = { [binary]: "20.1.0" };
    install("uWebSockets.js", { name: "@uwsjs/core", version: "20.1.0", optionalDependencies }, "");
    expect(evaluate("loadEngine().refusals[0]", copyOfEngine())).toMatchObject({
      reason: `is installed without its binary package ${binary}`,
      fix: expect.stringContaining("optional dependencies"),
    });
  });

  it.runIf(process.platform === "linux")("says which glibc the binary needs and which one there is", () => {
    const missing = "/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_9.99' not found (required by uws.node)";
    install(
      "uWebSockets.js",
      { name: "uWebSockets.js", version: "20.99.0" },
      `throw new Error(${JSON.stringify(missing)})`,
    );
    expect(evaluate("loadEngine().refusals[0].reason")).toMatch(
      /^needs glibc 9\.99 or newer, and this system has 2\.\d+$/,
    );
  });

  it("passes on what an unknown failure says, in one line", () => {
    install("uWebSockets.js", { name: "uWebSockets.js", version: "20.99.0" }, `throw new Error("no\\nway")`);
    expect(evaluate("loadEngine().refusals[0].reason")).toBe("does not load (no)");
  });
});

const engine = loadEngine();

describe.runIf(engine.uws !== null)("loadEngine", () => {
  it("gives the same answer again", () => {
    expect(loadEngine()).toBe(engine);
  });

  it("takes the newest of our builds that runs here", () => {
    const newest = NODE_MAJOR >= 22 && !engine.refusals.some(({ reason }) => reason.includes("glibc"));
    expect(engine).toMatchObject({ version: newest ? "20.69.0" : "20.51.4", source: "@uwsjs/core" });
  });

  it("prefers a uWebSockets.js that the user installed", () => {
    const own = createRequire(import.meta.url).resolve("uWebSockets.js-20.51");
    const binary = createRequire(own).resolve(`@uwsjs/${process.platform}-${process.arch}-${NODE_MAJOR}`);
    install(
      "uWebSockets.js",
      { name: "uWebSockets.js", version: "20.99.0" },
      `module.exports = require(${JSON.stringify(binary)})`,
    );
    expect(evaluate("[loadEngine().version, loadEngine().source]")).toEqual(["20.99.0", "installed by you"]);
  });

  it("does not take another package under that name for the user's", () => {
    install("uWebSockets.js", { name: "@uwsjs/core", version: "20.99.0" }, "throw new Error('loaded')");
    expect(evaluate("[loadEngine().source, loadEngine().refusals]")).toEqual([
      "@uwsjs/core",
      JSON.parse(JSON.stringify(engine.refusals)),
    ]);
  });

  it("leaves no trace in the environment", () => {
    expect(evaluate("[loadEngine().version, process.env.UWS_HTTP_MAX_HEADERS_SIZE ?? null]")).toEqual([
      engine.uws === null ? null : engine.version,
      null,
    ]);
  });

  it("keeps the header limit that the user set", () => {
    const limit = { UWS_HTTP_MAX_HEADERS_SIZE: "5000" };
    expect(evaluate("loadEngine() && process.env.UWS_HTTP_MAX_HEADERS_SIZE", ENGINE.href, limit)).toBe(
      "5000",
    );
  });

  it("accepts header fields up to Bun's limit, and sends none of its own", async () => {
    const { uws } = engine;
    if (uws === null) throw new Error("no engine");
    const app = uws.App();
    let port = 0;
    let clientPort = -1;
    app
      .any("/*", (response, request) => {
        clientPort = remotePort(response);
        response.end(String(request.getHeader("x-long").length));
      })
      .listen("127.0.0.1", 0, uws.LIBUS_LISTEN_EXCLUSIVE_PORT, (socket) => {
        if (socket !== false) port = uws.us_socket_local_port(socket);
      });
    try {
      const length = MAX_HEADER_BYTES - 200;
      const reply = await new Promise<{ text: string; names: string[]; port: number }>((resolve, reject) => {
        const headers = { "x-long": "x".repeat(length) };
        const request = http.get({ host: "127.0.0.1", port, headers, agent: false }, (response) => {
          const names = Object.keys(response.headers);
          const { localPort } = response.socket;
          let text = "";
          response.on("data", (chunk) => {
            text += chunk;
          });
          response.on("end", () => resolve({ text, names, port: localPort ?? 0 }));
        });
        request.on("error", reject);
      });
      expect(reply.text).toBe(String(length));
      expect(reply.names.sort()).toEqual(["content-length", "date"]);
      expect([0, reply.port]).toContain(clientPort);
    } finally {
      app.close();
    }
  });
});

describe.runIf(engine.uws !== null)("sharesAsyncContext", () => {
  it("tells whether enterWith in one request is seen by the next", async () => {
    const { uws } = engine;
    if (uws === null) throw new Error("no engine");
    const storage = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    const app = uws.App();
    let port = 0;
    app
      .any("/*", (response) => {
        seen.push(storage.getStore());
        storage.enterWith("of another request");
        response.end();
      })
      .listen("127.0.0.1", 0, uws.LIBUS_LISTEN_EXCLUSIVE_PORT, (socket) => {
        if (socket !== false) port = uws.us_socket_local_port(socket);
      });
    try {
      for (const path of ["/1", "/2"]) await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
      expect(seen).toEqual([undefined, sharesAsyncContext() ? "of another request" : undefined]);
    } finally {
      app.close();
    }
  });
});
