// @covers Bun.spawn
// Options that are texts: what else may be given, and what holds a NUL.
import { attempt } from "../../client.ts";

const B: any = Bun;
const output = async (options: any, command = "echo $A; echo $0") => {
  const child = B.spawn(["/bin/sh", "-c", command], options);
  return [await child.stdout.text(), await child.exited];
};
const environments: Record<string, any> = { NUL: { A: "a\0b" }, "NUL in a name": { "A\0": "1" }, "an equals sign": { "A=B": "1" }, "no name": { "": "1" }, symbol: { A: Symbol("s") }, null: { A: null }, undefined: { A: undefined }, number: { A: 5 } };
for (const [name, env] of Object.entries(environments)) {
  await attempt(name, () => output({ env }));
  await attempt(`${name} at once`, () => B.spawnSync(["/bin/sh", "-c", "echo $A"], { env }).stdout.toString());
}
for (const argv0 of [5, null, undefined, {}, true, "", "zero", "n\0", Symbol("s")]) await attempt(`argv0 ${String(argv0)}`, () => output({ argv0 }));
for (const cwd of ["/", "/usr/..", "\0", "a\0b", 5, {}, true, "/nothing/here"]) await attempt(`cwd ${String(cwd)}`, () => output({ cwd }, "pwd"));
process.chdir("/usr");
for (const cwd of ["", ".", "lib/..", null, undefined]) await attempt(`cwd ${String(cwd)}`, () => output({ cwd }, "pwd"));
