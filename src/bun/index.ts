import * as members from "./members.js";

let main: string | undefined;

/**
 * The namespace `Bun`: a plain object that can be changed and extended. What Bun has and this project does not
 * is absent, so `"password" in Bun` tells the truth.
 */
export const Bun = {
  ...members,
  /** The program that was started, as an absolute path. */
  get main(): string {
    return main ?? process.argv[1] ?? "";
  },
  set main(path: string) {
    main = path;
  },
};

// What this Node lacks is absent, not undefined.
for (const [name, value] of Object.entries(members)) {
  if (value === undefined) Reflect.deleteProperty(Bun, name);
}

Object.defineProperty(Bun, Symbol.toStringTag, { value: "Bun" });
