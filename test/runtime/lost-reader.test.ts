import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { doors, project } from "./program-run.js";

describe.each(Object.entries(doors))("%s", (_, door) => {
  it("goes on printing where nobody reads any more", async () => {
    const cwd = project({
      "a.ts": `const timer = setInterval(() => console.log("line"), 1);
        process.stdin.resume().on("end", () => setTimeout(() => {
          clearInterval(timer);
          console.error("done");
          process.exitCode = 3;
        }, 50));`,
    });
    const child = spawn(process.execPath, door(["a.ts"]), { cwd });
    const errors = text(child.stderr);
    child.stdout.once("data", () => {
      child.stdout.destroy();
      child.stdin.end();
    });
    const [code]: unknown[] = await once(child, "exit");
    expect({ code, errors: await errors }).toEqual({ code: 3, errors: "done\n" });
  });
});
