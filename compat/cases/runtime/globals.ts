// What programs find without importing it.
for (const name of ["Bun", "Response", "Request", "Headers", "fetch", "navigator", "CloseEvent", "Blob", "FormData"])
  console.log(name, typeof (globalThis as any)[name]);
console.log(typeof navigator.hardwareConcurrency, navigator.hardwareConcurrency > 0);
const event = new CloseEvent("close", { code: 1001, reason: "away", wasClean: true });
console.log(event.type, event.code, event.reason, event.wasClean, event instanceof Event, new CloseEvent("close").code);
console.log(typeof Promise.withResolvers, typeof Array.fromAsync, (await Array.fromAsync([Promise.resolve(1), 2])).join());
console.log((await new Blob(['{"a":1}']).json()).a, (await new Blob(["ab"]).bytes()).length);
console.log(new Headers({ "X-A": "1" }).toJSON()["x-a"], new Headers([["a", "b"]]).count);
