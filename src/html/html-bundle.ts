import { block, showAs } from "../web/inspect.js";

/** What `import page from "./index.html"` gives: a page that `routes` serves bundled (docs/bundler/fullstack.mdx). */
export class HTMLBundle {
  readonly #index: string;

  /** @param index absolute path of the HTML file */
  constructor(index: string) {
    this.#index = index;
  }

  /** Absolute path of the HTML file. */
  get index(): string {
    if (!isHTMLBundle(this)) {
      throw new TypeError("The HTMLBundle.index getter can only be used on instances of HTMLBundle");
    }
    return this.#index;
  }

  get [Symbol.toStringTag](): string {
    return "HTMLBundle";
  }

  static is(value: unknown): value is HTMLBundle {
    return typeof value === "object" && value !== null && #index in value;
  }
}

// Bun's object has no class of its own, and its member is enumerable and stays.
Reflect.deleteProperty(HTMLBundle.prototype, "constructor");
Object.defineProperty(HTMLBundle.prototype, "index", { enumerable: true, configurable: false });

showAs(HTMLBundle.prototype, ({ index }) => `HTMLBundle ${block([`index: ${JSON.stringify(index)},`])}`);

/** Whether a value is an imported HTML file. */
export function isHTMLBundle(value: unknown): value is HTMLBundle {
  return HTMLBundle.is(value);
}

const bundles = new Map<string, HTMLBundle>();

/** The one bundle of an HTML file, whichever way it is imported. @param path absolute */
export function htmlBundle(path: string): HTMLBundle {
  let bundle = bundles.get(path);
  if (bundle === undefined) bundles.set(path, (bundle = new HTMLBundle(path)));
  return bundle;
}
