import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

describe("npm start", () => {
  it("runs the first example of the documents and prints requests that it answers", async () => {
    const port = await freePort();
    const child = spawn(process.execPath, ["scripts/start.mjs"], {
      env: { ...process.env, PORT: String(port) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    let output = "";
    const ended = new Promise((resolve) => child.on("close", (code, signal) => resolve(signal ?? code)));
    await new Promise<void>((resolve) => {
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        if (output.includes(`Server running at http://localhost:${port}/`)) resolve();
      });
    });

    const answers: Record<string, number> = {};
    for (const [command] of output.matchAll(/^ {2}curl .*$/gm)) {
      const url = /http:\S+$/.exec(command)?.[0] ?? "";
      const method = /-X (\w+)/.exec(command)?.[1] ?? "GET";
      const body = /-d '(.*?)'/.exec(command)?.[1];
      const { status } = await fetch(url, { method, body, redirect: "manual" });
      answers[`${method} ${new URL(url).pathname}`] = status;
    }
    expect(answers).toEqual({
      "GET /api/status": 200,
      "GET /users/42": 200,
      "GET /api/posts": 200,
      "POST /api/posts": 200,
      "GET /api/anything": 404,
      "GET /blog/hello": 302,
      "GET /favicon.ico": 200,
      "GET /no/such/path": 404,
    });

    child.kill("SIGINT");
    expect(await ended).toBe("SIGINT");
  });
});
