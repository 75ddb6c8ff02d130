/** Milliseconds without a question of the bundler after which it is taken to have none. */
const QUIET = 10;

/**
 * The loads of a build that plugins have under way, for those that wait until everything else is loaded. The
 * bundler does not tell when it is: it is silent then.
 */
export class LoadsUnderWay {
  private running = 0;
  private waiting: (() => void)[] = [];
  private timer: NodeJS.Timeout | null = null;

  /** The bundler asked for something. */
  touch(): void {
    if (this.waiting.length === 0) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.release(), QUIET);
  }

  /** @param load is given what waits until no other load is under way */
  async run<T>(load: (defer: () => Promise<void>) => Promise<T>): Promise<T> {
    this.running++;
    try {
      return await load(() => this.wait());
    } finally {
      this.running--;
      this.touch();
    }
  }

  private async wait(): Promise<void> {
    this.running--;
    await new Promise<void>((resolve) => {
      this.waiting.push(resolve);
      this.touch();
    });
    this.running++;
  }

  private release(): void {
    this.timer = null;
    if (this.running > 0) return;
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
