import { braces } from "./braces.js";
import { shellCommand } from "./command.js";
import { escapeWord } from "./escape.js";
import { ShellError } from "./output.js";
import { type CommandSettings, ShellPromise } from "./promise.js";

/** What `$` and `new $.Shell()` are: commands as templates, with settings for those that follow. */
export interface Shell {
  (strings: TemplateStringsArray, ...values: unknown[]): ShellPromise;
  /** Sets the folder of further commands; nothing: that of the process. */
  cwd(path?: string): Shell;
  /** Sets the environment of further commands; nothing: that of the process. */
  env(variables?: Record<string, string | undefined>): Shell;
  nothrow(): Shell;
  throws(doThrow: boolean): Shell;
}

const DEFAULTS: CommandSettings = { cwd: undefined, env: undefined, quiet: false, throws: true };

function createShell(): Shell {
  let settings = DEFAULTS;
  function shell(strings: TemplateStringsArray, ...values: unknown[]): ShellPromise {
    if (!Array.isArray(strings) || !Array.isArray(strings.raw)) {
      throw new Error("Please use '$' as a tagged template function: $`cmd arg1 arg2`");
    }
    return new ShellPromise(shellCommand(strings.raw, values), settings);
  }
  const change = (changed: Partial<CommandSettings>): Shell => {
    settings = { ...settings, ...changed };
    return result;
  };
  const result: Shell = Object.assign(shell, {
    cwd: (path?: string) => change({ cwd: path === undefined || path === "" ? undefined : path }),
    env: (variables?: Record<string, string | undefined>) => change({ env: variables }),
    nothrow: () => change({ throws: false }),
    throws: (doThrow: boolean) => change({ throws: doThrow }),
  });
  return result;
}

/** A shell with settings of its own: `new $.Shell()`. */
function Shell(): Shell {
  return createShell();
}

/**
 * Runs commands in a shell of the system: bash where there is one. What is put into a template is a word, whatever it
 * holds.
 *
 * @see https://bun.com/docs/runtime/shell
 */
export const $ = Object.assign(createShell(), {
  Shell,
  ShellError,
  ShellPromise,
  braces,
  escape: escapeWord,
});
