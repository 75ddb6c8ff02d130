// @covers Bun.spawn
for (const [word, ...rest] of [["true"], ["false"], ["sh", "-c", "exit 42"], ["sh", "-c", "kill -9 $$"], ["sh", "-c", "kill -TERM $$"]]) {
  const process = Bun.spawn([word ?? "", ...rest]);
  console.log(process.exitCode, process.signalCode, process.killed, process.pid > 0);
  console.log(await process.exited, process.exitCode, process.signalCode, process.killed);
}
const order: string[] = [];
const { promise, resolve } = Promise.withResolvers?.() ?? later();
function later() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => { resolve = done; });
  return { promise, resolve };
}
const process = Bun.spawn(["sh", "-c", "exit 2"], {
  onExit(same, exitCode, signalCode, error) {
    order.push("onExit");
    console.log(same === process, exitCode, signalCode, error);
    resolve();
  },
});
void process.exited.then(() => order.push("exited"));
await promise;
console.log(order.join());
const killed = Bun.spawn({ cmd: ["sleep", "60"], onExit: (_, ...rest) => console.log(...rest) });
killed.kill("SIGINT");
console.log(await killed.exited);
await Bun.sleep(1);
