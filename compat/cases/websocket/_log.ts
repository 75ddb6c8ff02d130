/** Lines that several handlers write, printed in the order in which they were written. */
export class Log {
  readonly lines: string[] = [];
  #wake: (() => void) | null = null;

  readonly add = (line: string): void => {
    this.lines.push(line);
    this.#wake?.();
  };

  /** Waits until a line contains `text`; false: it did not come. */
  async until(text: string, limit = 2000): Promise<boolean> {
    const end = Date.now() + limit;
    while (!this.lines.some((line) => line.includes(text))) {
      const left = end - Date.now();
      if (left <= 0) return false;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return true;
  }

  /** Prints and forgets what was written. */
  flush(): void {
    for (const line of this.lines.splice(0)) console.log(line);
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
