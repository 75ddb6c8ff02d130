// @covers Bun.spawnSync
const show = ({ stdout, stderr, pid, resourceUsage, ...rest }: any) =>
  console.log(JSON.stringify(rest), stdout?.toString(), stderr?.toString(), Buffer.isBuffer(stdout), pid > 0);
show(Bun.spawnSync(["sh", "-c", "echo out; echo err >&2; exit 3"]));
show(Bun.spawnSync({ cmd: ["cat"], stdin: new TextEncoder().encode("input"), stderr: "ignore" }));
show(Bun.spawnSync(["cat"], { stdin: "pipe" }));
show(Bun.spawnSync(["cat"]));
show(Bun.spawnSync(["sh", "-c", "kill -9 $$"]));
show(Bun.spawnSync(["sleep", "60"], { timeout: 20 }));
show(Bun.spawnSync(["sleep", "60"], { timeout: 20, killSignal: "SIGKILL" }));
const { exitedDueToMaxBuffer, success, stdout } = Bun.spawnSync(["sh", "-c", "head -c 1000000 /dev/zero; sleep 60"], { maxBuffer: 100 });
console.log(exitedDueToMaxBuffer, success, stdout.length >= 100);
console.log(Bun.spawnSync(["sh", "-c", "head -c 3000000 /dev/zero"]).stdout.length);
console.log(Bun.spawnSync(["pwd"], { cwd: "/" }).stdout.toString());
try {
  Bun.spawnSync(["cat"], { stdin: new ReadableStream() as any });
} catch (error: any) {
  console.log(error.code, error.message);
}
console.log(Bun.spawnSync(["cat"], { stdin: new Response("response") as any }).stdout.toString());
