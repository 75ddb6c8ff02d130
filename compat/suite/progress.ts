import type { Result } from "./case-run.js";

/** Says on stderr how far the run is: one line that is rewritten on a terminal, a line per failure elsewhere. */
export class Progress {
  #done = 0;
  #failed = 0;
  readonly #total: number;
  readonly #quiet: boolean;

  constructor(total: number, quiet: boolean) {
    this.#total = total;
    this.#quiet = quiet;
  }

  /** Counts a result; a failure is printed with its difference. */
  add(result: Result): void {
    this.#done++;
    if (!result.passed) this.#failed++;
    if (this.#quiet) return;
    if (!result.passed) {
      this.#clear();
      process.stderr.write(`✗ ${result.id} [${result.wire}]\n${indent(result.detail)}\n`);
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${this.#line()}`);
    else if (this.#done % 50 === 0 || this.#done === this.#total) process.stderr.write(`${this.#line()}\n`);
  }

  /** Ends the line. */
  end(): void {
    this.#clear();
  }

  #line(): string {
    return `${this.#done}/${this.#total} done, ${this.#failed} failed`;
  }

  #clear(): void {
    if (process.stderr.isTTY && !this.#quiet) process.stderr.write("\r\x1b[K");
  }
}

function indent(text: string): string {
  return text
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}
