import { EventHandlers } from "../../web/event-handlers.js";

/**
 * Defines `onmessage` and its kin on an object.
 *
 * @param target what the events are dispatched to
 */
export function defineHandlers(holder: object, target: EventTarget, names: readonly string[]): void {
  const handlers = new EventHandlers<string>(target);
  for (const name of names) {
    Object.defineProperty(holder, `on${name}`, {
      get: () => handlers.get(name),
      set: (handler: unknown) => handlers.set(name, handler),
      enumerable: true,
      configurable: true,
    });
  }
}
