/** Text longer than this gets a line break at the next chance. */
const WIDTH = 80;

/** Output under construction: indentation, and the estimate of the current line by which Bun breaks lines. */
export class Lines {
  indent = 0;
  readonly #singleLine: boolean;
  #estimate = 0;

  constructor(singleLine: boolean) {
    this.#singleLine = singleLine;
  }

  /** A line break and the indentation; one space when everything goes on one line. */
  break(): string {
    this.restart();
    return this.close();
  }

  /** The break before the end of an object: what stands on its last line still counts. */
  close(): string {
    return this.#singleLine ? " " : `\n${"  ".repeat(this.indent)}`;
  }

  /** Counts anew. */
  restart(): void {
    this.#estimate = this.indent * 2;
  }

  get singleLine(): boolean {
    return this.#singleLine;
  }

  /** Counts text that was put on the line. */
  count(length: number): void {
    this.#estimate += length;
  }

  get full(): boolean {
    return !this.#singleLine && this.#estimate > WIDTH;
  }
}
