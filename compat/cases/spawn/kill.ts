// @covers Bun.spawn
const sleep = () => Bun.spawn(["sleep", "60"]);
for (const signal of [undefined, "SIGTERM", "SIGKILL", 9, 2, "SIGHUP"] as any[]) {
  const process = sleep();
  console.log(process.kill(signal), process.killed);
  console.log(signal, await process.exited, process.exitCode, process.signalCode, process.killed);
  console.log(process.kill(signal));
}
const process = sleep();
for (const signal of ["SIGFOO", 99, -1, 1.5, {}] as any[]) {
  try {
    console.log(process.kill(signal));
  } catch (error: any) {
    console.log(error.name, error.code, error.message);
  }
}
console.log(process.kill(0 as any), process.exitCode);
{
  await using disposed = process;
  console.log(disposed.killed);
}
console.log(process.killed, process.signalCode);
