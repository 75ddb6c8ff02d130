/** Gives `AbortController` and `AbortSignal` the reasons that Bun's have, where a program names none. */
export function installAbortReasons(): void {
  const { AbortController, AbortSignal } = globalThis;
  const nativeAbort = AbortController.prototype.abort;
  const nativeTimeout = AbortSignal.timeout;

  replace(
    AbortController.prototype,
    "abort",
    function abort(this: AbortController, reason: unknown = undefined): void {
      Reflect.apply(nativeAbort, this, [reason === undefined ? aborted() : reason]);
    },
  );
  replace(AbortSignal, "timeout", function timeout(milliseconds: number): AbortSignal {
    const controller = new AbortController();
    nativeTimeout(milliseconds).addEventListener("abort", () => {
      controller.abort(new DOMException("The operation timed out.", "TimeoutError"));
    });
    return controller.signal;
  });
  replace(AbortSignal, "abort", function abort(reason: unknown = undefined): AbortSignal {
    const controller = new AbortController();
    controller.abort(reason);
    return controller.signal;
  });
}

function aborted(): DOMException {
  return new DOMException("The operation was aborted.", "AbortError");
}

function replace(holder: object, name: string, value: (...parameters: never[]) => unknown): void {
  Object.defineProperty(holder, name, { ...Object.getOwnPropertyDescriptor(holder, name), value });
}
