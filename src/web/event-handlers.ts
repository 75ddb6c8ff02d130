/**
 * The event handler attributes of a target, such as `onopen`: each runs in its place among the listeners, from
 * when it was first set.
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-attributes
 */
export class EventHandlers<Name extends string> {
  private readonly target: EventTarget;
  private readonly handlers = new Map<Name, object>();
  /** Those that ever had a handler. */
  private readonly listening = new Set<Name>();

  constructor(target: EventTarget) {
    this.target = target;
  }

  get(name: Name): object | null {
    return this.handlers.get(name) ?? null;
  }

  set(name: Name, handler: unknown): void {
    if ((typeof handler !== "function" && typeof handler !== "object") || handler === null) {
      this.handlers.delete(name);
      return;
    }
    this.handlers.set(name, handler);
    if (this.listening.has(name)) return;
    this.listening.add(name);
    this.target.addEventListener(name, (event) => {
      const current = this.handlers.get(name);
      if (typeof current === "function") Reflect.apply(current, this.target, [event]);
    });
  }
}
