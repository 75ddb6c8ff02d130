// @covers Bun.Glob
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { enterFolder } from "./_folder.ts";
import { attempt, print } from "./_print.ts";

enterFolder();
const cwd = process.cwd();
for (const folder of ["src/b/c", ".hid", "node_modules/x"]) mkdirSync(folder, { recursive: true });
for (const name of ["a.ts", "b.tsx", ".env", "src/a.ts", "src/b/x.ts", "src/b/c/y.js", ".hid/z.ts", "node_modules/x/i.js"]) writeFileSync(name, "");
symlinkSync("src", "link");
symlinkSync("nowhere", "broken");
symlinkSync("a.ts", "la.ts");
const scan = (pattern: string, options?: unknown) => [...new Bun.Glob(pattern).scanSync(options as string)].map((path) => path.replace(cwd, "<cwd>")).sort();
for (const pattern of ["*", "**", "**/*", "**/*.ts", "src/**", "src/*", ".*", "**/.*", "{a,b}.*", "nope", "./*.ts", "src/", "link/*", "link/**", "l*", "a.ts", "src/a.ts", `${cwd}/*.ts`, "!*.ts", "src/../a.ts", "**/b", "[ab]*", "**/*.{ts,js}", ""]) await attempt(`scan ${pattern.replace(cwd, "")}`, () => scan(pattern));
for (const options of [{ dot: true }, { absolute: true }, { onlyFiles: false }, { followSymlinks: true }, { cwd: "src" }, "src", { cwd: "nope" }, { throwErrorOnBrokenSymlink: true, followSymlinks: true }, { cwd: 1 }, 1, null, { onlyFiles: false, dot: true }]) await attempt(`options ${JSON.stringify(options)}`, () => scan("**/*", options));
await attempt("async", async () => {
  const found: string[] = [];
  for await (const path of new Bun.Glob("**/*.ts").scan(".")) found.push(path);
  return found.sort();
});
for (const pattern of [undefined, 1, null]) await attempt(`new ${String(pattern)}`, () => new Bun.Glob(pattern as unknown as string).match("a"));
await attempt("match 1", () => new Bun.Glob("*").match(1 as unknown as string));
const patterns = ["*", "**", "*.ts", "**/*.ts", "src/**", "src/**/*.ts", "a?c", "[abc]", "[a-c]x", "[^a]", "[!a]", "{a,b}", "{a,b}/*.ts", "a{b,c{d,e}}f", "!a", "!*.ts", "!!a", "\\*", "a\\?b", "*.{ts,tsx}", "**/a", "a/**", "a/**/b", "./a", "**/.*", "*a*b*c", "{a}", "{}", "", "+(a)", "@(a|b)", "日*", "[日本]", "*.min.js", "a/*/b"];
const paths = ["a", "b", "ab", "abc", "a.ts", "b.tsx", "src/a.ts", "src/b/c.ts", "a/b", "a/c/b", "a/b/c/d", "a/", "/a", "./a", ".env", "a/.b/c", "*", "a?b", "axc", "[", "]", "日本", "bx", "A", "abf", "acdf", "b/c.ts", "aXbYc", "x.min.js", "{a}", "a b", "a\nb"];
for (const pattern of patterns) print(`match ${pattern}`, paths.filter((path) => new Bun.Glob(pattern).match(path)));
