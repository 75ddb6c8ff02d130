import type { ShellCommand } from "./command.js";
import { ShellError, type ShellOutput } from "./output.js";
import { runShell, type ShellSettings } from "./run.js";

/** How a command runs, and what its failure means. */
export interface CommandSettings extends ShellSettings {
  /** Whether another exit code than 0 is an error. */
  readonly throws: boolean;
}

/** A command that runs as soon as somebody waits for it. */
export class ShellPromise extends Promise<ShellOutput> {
  readonly #command: ShellCommand;
  readonly #settle: { resolve(output: ShellOutput): void; reject(error: unknown): void };
  #settings: CommandSettings;
  #started = false;

  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  constructor(command: ShellCommand, settings: CommandSettings) {
    let settle: { resolve(output: ShellOutput): void; reject(error: unknown): void } | undefined;
    super((resolve, reject) => {
      settle = { resolve, reject };
    });
    if (settle === undefined) throw new TypeError("Promise did not begin");
    this.#settle = settle;
    this.#command = command;
    this.#settings = settings;
  }

  /** @throws Error when the command runs already */
  cwd(path: string): this {
    return this.#with({ cwd: path });
  }

  /** @throws Error when the command runs already */
  env(variables: Record<string, string | undefined>): this {
    return this.#with({ env: variables });
  }

  /** Keeps what the command writes from being printed. */
  quiet(isQuiet = true): this {
    return this.#with({ quiet: isQuiet });
  }

  nothrow(): this {
    return this.throws(false);
  }

  throws(doThrow: boolean): this {
    this.#settings = { ...this.#settings, throws: doThrow };
    return this;
  }

  /** Starts the command without waiting for it. */
  run(): this {
    if (this.#started) return this;
    this.#started = true;
    runShell(this.#command, this.#settings).then((output) => {
      if (output.exitCode !== 0 && this.#settings.throws) this.#settle.reject(new ShellError(output));
      else this.#settle.resolve(output);
    }, this.#settle.reject);
    return this;
  }

  // biome-ignore lint/suspicious/noThenProperty: waiting for a command is what runs it
  override then<A = ShellOutput, B = never>(
    onFulfilled?: ((output: ShellOutput) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.run();
    return super.then(onFulfilled, onRejected);
  }

  async text(encoding?: BufferEncoding): Promise<string> {
    return (await this.#silent()).text(encoding);
  }

  async json(): Promise<unknown> {
    return (await this.#silent()).json();
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.#silent()).arrayBuffer();
  }

  async bytes(): Promise<Uint8Array> {
    return (await this.#silent()).bytes();
  }

  async blob(): Promise<Blob> {
    return (await this.#silent()).blob();
  }

  async *lines(): AsyncGenerator<string> {
    yield* (await this.#silent()).text().split("\n");
  }

  #silent(): this {
    return this.#started ? this : this.quiet();
  }

  #with(settings: Partial<CommandSettings>): this {
    if (this.#started) throw new Error("Shell is already running");
    this.#settings = { ...this.#settings, ...settings };
    return this;
  }
}
