import { describe, expect, it } from "vitest";
import { doors, freePort, project, run } from "./program-run.js";

const page = {
  "i.html": "<title>page</title><script src=m.tsx></script>",
  "m.tsx": "console.log(1 as number)",
};

describe.each(Object.entries(doors))("HTML through %s", (_, door) => {
  it("is an error where there is no such file", async () => {
    const cwd = project({ "a.ts": 'import page from "./gone.html"; console.log(page)' });
    const { code, stderr } = await run(["./a.ts"], { cwd, door });
    expect(code).toBe(1);
    expect(stderr).toContain("./gone.html");
  });

  it("is a page for routes, by import and by require", async () => {
    const program = `const server = Bun.serve({ port: 0, development: false, routes: { "/": page } });
const html = await (await fetch(server.url)).text();
const script = await (await fetch(new URL(/src="([^"]+)"/.exec(html)[1], server.url))).text();
console.log(/<title>.*<\\/title>/.exec(html)[0], script.trim());
await server.stop();`;
    const cwd = project({
      ...page,
      "a.ts": `import page from "./i.html";\n${program}`,
      "b.cjs": `const page = require("./i.html").default;\n(async () => {\n${program}\n})();`,
    });
    for (const file of ["./a.ts", "./b.cjs"]) {
      const { stdout, stderr, code } = await run([file], { cwd, door });
      expect({ stdout, stderr, code }).toEqual({
        stdout: "<title>page</title> console.log(1);\n",
        stderr: "",
        code: 0,
      });
    }
  });
});

describe("bunshim index.html", () => {
  it("says what it does not find or understand", async () => {
    const cwd = project(page);
    for (const args of [["gone.html"], ["i.html", "gone.html"], ["i.html", "--port=x"], ["no-such-*.html"]]) {
      const { code, stderr } = await run(args, { cwd });
      expect(code, args.join(" ")).toBe(1);
      expect(stderr, args.join(" ")).toMatch(/^error: .+\n$/);
    }
  });

  it("serves one file for every path, several each for its own", async () => {
    const cwd = project({ ...page, "sub/index.html": "<title>sub</title>" });
    const asked = async (files: string[]): Promise<string[]> => {
      const port = await freePort();
      const titles: string[] = [];
      await run([...files, `--port=${port}`], {
        cwd,
        onOutput: async (stdout, child) => {
          if (!stdout.includes("url:") || titles.length > 0) return;
          titles.push(stdout.split("\n")[0] ?? "");
          for (const path of ["/i", "/sub", "/other"]) {
            const text = await (await fetch(`http://localhost:${port}${path}`)).text();
            titles.push(/<title>(.*)<\/title>/.exec(text)?.[1] ?? text);
          }
          child.kill("SIGTERM");
        },
      });
      return titles.slice(1);
    };
    expect(await asked(["./i.html"])).toEqual(["page", "page", "page"]);
    expect(await asked(["./**/*.html"])).toEqual(["page", "sub", "Not found"]);
  });

  it("names pages after what their paths do not share, and tells the first", async () => {
    const cwd = project({ "page1.html": "1", "page2.html": "2", "sub/index.html": "3", "index.html": "4" });
    const told = async (files: string[]): Promise<string> => {
      const { stdout } = await run([...files, "--port=0"], {
        cwd,
        onOutput: (stdout, child) => {
          if (/└──.*\n/.test(stdout)) child.kill("SIGTERM");
        },
      });
      return stdout.split("\n\n").slice(1).join("\n").replace(/:\d+/, "").trim();
    };
    expect(await told(["page2.html", "page1.html"])).toBe(
      "url: http://localhost/1\nRoutes:\n  ├── /1 → page1.html\n  └── /2 → page2.html",
    );
    expect(await told(["./sub/index.html", "./index.html"])).toBe(
      "url: http://localhost/\nRoutes:\n  ├── / → index.html\n  └── /sub → sub/index.html",
    );
  });

  it("explains its flags", async () => {
    const { stdout, code } = await run(["i.html", "--help"], { cwd: project(page) });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining("--no-console") });
  });
});
