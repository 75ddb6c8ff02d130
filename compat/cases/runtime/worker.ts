// @covers Worker
const file = new URL("./_worker.ts", import.meta.url).href;
const next = (worker: Worker, type: string): Promise<any> => new Promise((resolve) => worker.addEventListener(type, resolve, { once: true }));
{
  const worker = new Worker(file, { env: { ...process.env, FLAVOUR: "sweet" } } as any);
  await next(worker, "open");
  console.log("open", worker instanceof EventTarget, String(worker), typeof (worker as any).threadId, worker.constructor.name);
  console.log((await next(worker, "message")).data);
  worker.postMessage({ a: 1, map: new Map([[1, 2]]) });
  const event = await next(worker, "message");
  console.log(event.data, event.constructor.name, event.target === worker);
  const closed = next(worker, "close");
  console.log(worker.terminate());
  console.log((await closed).code, (await closed).constructor.name);
}
for (const order of ["fail", "exit"]) {
  const worker = new Worker(file);
  worker.onerror = (event) => { event.preventDefault(); console.log("error", event.constructor.name, /error: worker failed/.test(event.message)); };
  worker.postMessage(order);
  console.log(order, (await next(worker, "close")).code);
}
{
  const worker = new Worker("./there-is-no-such-file.ts");
  worker.onerror = (event) => console.log(event.message);
  console.log((await next(worker, "close")).code);
}
{
  const worker = new Worker(URL.createObjectURL(new Blob(["self.onmessage = (event) => postMessage(event.data * 2);"], { type: "application/javascript" })));
  worker.postMessage(21);
  console.log((await next(worker, "message")).data);
  worker.terminate();
}
