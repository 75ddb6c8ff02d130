import { inspect } from "node:util";
import { typeError } from "./errors.js";

/** A class, as far as this module touches it. */
interface StandardClass {
  readonly name: string;
  readonly prototype: object;
}

/**
 * Makes a class of ours pass for the runtime's own: its objects inherit from the native prototype (so that
 * `instanceof` the native class holds), native objects are instances of ours (results of `fetch()` are such),
 * members are enumerable, and the console shows it as Bun does. Classes that extend ours keep the ordinary
 * meaning of `instanceof`.
 */
export function standardise(
  ours: StandardClass,
  native: StandardClass,
  test: (value: unknown) => boolean,
): void {
  const { prototype } = ours;
  const { name } = native;
  for (const member of Object.getOwnPropertyNames(prototype)) {
    if (member !== "constructor") Object.defineProperty(prototype, member, { enumerable: true });
  }
  Object.defineProperty(prototype, Symbol.toStringTag, { value: name, configurable: true });
  Object.defineProperties(ours, {
    // Bundlers rename a class that mentions itself.
    name: { value: name, configurable: true },
    length: { value: 0 },
    [Symbol.hasInstance]: {
      value: function (this: unknown, value: unknown): boolean {
        if (this === ours) return test(value);
        return Reflect.apply(Function.prototype[Symbol.hasInstance], this, [value]);
      },
    },
    [inspect.custom]: {
      value: function (this: StandardClass): string {
        return this === ours ? `[class ${name}]` : `[class ${this.name} extends ${name}]`;
      },
    },
  });
  Object.setPrototypeOf(prototype, native.prototype);
  Object.setPrototypeOf(ours, native);
}

/** Sets what `length` says of functions whose optional arguments the language counts. */
export function setLengths(holder: object, lengths: Readonly<Record<string, number>>): void {
  for (const [member, value] of Object.entries(lengths)) {
    const method: unknown = Reflect.get(holder, member);
    if (typeof method === "function") Object.defineProperty(method, "length", { value });
  }
}

/** Makes every method and accessor of a prototype look at its `this` first, and refuse it in Bun's words. */
export function guardMembers(
  prototype: object,
  className: string,
  isInstance: (value: unknown) => boolean,
): void {
  for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (name === "constructor") continue;
    const { value, get, set } = member;
    const refusal = (kind: string) => (): TypeError =>
      new TypeError(`The ${className}.${name} ${kind} can only be used on instances of ${className}`);
    if (get !== undefined) member.get = guarded(get, isInstance, refusal("getter"));
    if (set !== undefined) member.set = guarded(set, isInstance, refusal("setter"));
    if (typeof value === "function") {
      member.value = guarded(value, isInstance, () =>
        typeError("ERR_INVALID_THIS", `Can only call ${className}.${name} on instances of ${className}`),
      );
    }
    Object.defineProperty(prototype, name, member);
  }
}

function guarded<Work extends (...given: never[]) => unknown>(
  work: Work,
  isInstance: (value: unknown) => boolean,
  refusal: () => TypeError,
): Work {
  return new Proxy(work, {
    apply(target, self, given: unknown[]) {
      if (!isInstance(self)) throw refusal();
      return Reflect.apply(target, self, given);
    },
  });
}
