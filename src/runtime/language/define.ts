/** Adds a member that the engine lacks, as built-in members are: writable, and not enumerable. */
export function add(target: object, name: PropertyKey, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, writable: true, enumerable: false, configurable: true });
}

/** Adds the members of an object literal, by their names. */
export function addAll(target: object, members: object): void {
  for (const name of Reflect.ownKeys(members)) add(target, name, Reflect.get(members, name));
}

/** @throws TypeError where something that is called is no function */
export function requireFunction(value: unknown, what: string): void {
  if (typeof value !== "function") throw new TypeError(`${what} must be a function`);
}
