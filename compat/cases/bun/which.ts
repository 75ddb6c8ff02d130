// @covers Bun.which
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { enterFolder } from "./_folder.ts";
import { print } from "./_print.ts";

enterFolder();
const cwd = process.cwd();
mkdirSync("bin");
mkdirSync("bin/folder");
for (const name of ["bin/tool", "bin/plain"]) writeFileSync(name, "#!/bin/sh\n");
chmodSync("bin/tool", 0o755);
const find = (...parameters: unknown[]) => (Bun.which as (...parameters: unknown[]) => string | null)(...parameters)?.replace(cwd, "<cwd>") ?? null;
const PATH = `${cwd}/nowhere:${cwd}/bin`;
for (const name of ["tool", "plain", "folder", "none", "", `${cwd}/bin/tool`, `${cwd}/bin/plain`]) print(name.replace(cwd, ""), find(name, { PATH }));
print("no PATH", find("tool", { PATH: "" }));
print("relative", [find("./tool", { cwd: `${cwd}/bin` }), find("bin/tool", { cwd })]);
print("no text", [null, undefined, 1].map((name) => find(name)));
print("sh", find("sh") !== null);
