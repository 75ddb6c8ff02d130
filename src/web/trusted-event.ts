/** An event that the runtime itself dispatches, and says so by a member of its own, as in Bun. */
export function trusted<T extends Event>(event: T): T {
  return Object.defineProperty(event, "isTrusted", { value: true, enumerable: true });
}
