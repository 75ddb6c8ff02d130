// @covers AbortController
const show = (signal: AbortSignal): void => console.log(signal.aborted, signal.reason?.name, signal.reason?.message, signal.reason?.code, signal.reason instanceof DOMException);
const controller = new AbortController(); show(controller.signal); controller.abort(); show(controller.signal); controller.abort("late"); show(controller.signal);
for (const reason of [undefined, null, "x", 5, new Error("mine")]) { const other = new AbortController(); other.abort(reason); console.log(String(other.signal.reason)); console.log(String(AbortSignal.abort(reason).reason)); }
setTimeout(() => {}, 500);
const timeout = AbortSignal.timeout(10); await new Promise((resolve) => timeout.addEventListener("abort", resolve)); show(timeout);
try { AbortSignal.abort().throwIfAborted(); } catch (error: any) { console.log(error.name, error.message); }
show(AbortSignal.any([new AbortController().signal, AbortSignal.abort()]));
console.log(AbortController.prototype.abort.length, AbortSignal.abort.length, AbortSignal.timeout.length);
