import { wrongMember } from "../errors.js";

/** How the server treats imported HTML files; from the `development` option (docs/bundler/fullstack.mdx). */
export interface PageSettings {
  /** Bundled once and minified; else anew when something changed. */
  readonly production: boolean;
  /** Whether browsers are told of changes. */
  readonly live: boolean;
  /** Whether what pages print appears in the terminal, too. */
  readonly console: boolean;
  /** Whether Chrome's developer tools learn where the sources are. */
  readonly workspace: boolean;
}

/**
 * Reads the parts of the `development` option.
 * @param development whether the server is in development
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE`, with Bun's message
 */
export function readPageSettings(given: unknown, development: boolean): PageSettings {
  const parts = typeof given === "object" && given !== null ? given : {};
  const hmr = readSwitch(parts, "hmr", true);
  const console = readSwitch(parts, "console", false);
  const workspace = readSwitch(parts, "chromeDevToolsAutomaticWorkspaceFolders", true);
  return { production: !development, live: development && hmr, console, workspace };
}

function readSwitch(parts: object, name: string, byDefault: boolean): boolean {
  const value: unknown = Reflect.get(parts, name);
  if (value === undefined) return byDefault;
  if (typeof value === "boolean") return value;
  throw wrongMember(name, "boolean", value);
}
