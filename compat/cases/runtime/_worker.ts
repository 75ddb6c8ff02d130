declare var self: Worker;
const scope: any = globalThis;
postMessage(["started", self === scope, Bun.isMainThread, import.meta.main, Bun.main.endsWith("/worker.ts"), process.env.FLAVOUR]);
self.onmessage = (event: MessageEvent) => {
  if (event.data === "fail") setTimeout(() => { throw new Error("worker failed"); }, 1);
  else if (event.data === "exit") process.exit(3);
  else postMessage(["got", event.data, event.constructor.name]);
};
