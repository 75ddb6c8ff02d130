// @covers Bun.spawn
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "spawn-"));
const path = join(folder, "out.txt");
writeFileSync(path, "a longer text that was there before");
const toFile = Bun.spawn(["sh", "-c", "echo out; echo err >&2"], {
  stdout: Bun.file(path),
  stderr: Bun.file(join(folder, "err.txt")),
});
console.log(toFile.stdout, toFile.stderr, await toFile.exited);
console.log(readFileSync(path, "utf8"), readFileSync(join(folder, "err.txt"), "utf8"));
const fd = openSync(path, "w");
console.log(await Bun.spawn(["echo", "descriptor"], { stdout: fd }).exited);
closeSync(fd);
console.log(readFileSync(path, "utf8"));
const input = openSync(path, "r");
console.log(await Bun.spawn(["cat"], { stdin: input }).stdout.text());
closeSync(input);
console.log(Bun.spawnSync(["cat"], { stdin: Bun.file(path) }).stdout.toString());
console.log(Bun.spawnSync(["echo", "sync"], { stdout: Bun.file(path) }).stdout, readFileSync(path, "utf8"));
rmSync(folder, { recursive: true });
