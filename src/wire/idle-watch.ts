/** Something on a connection that must show signs of life. */
export interface Watched {
  /** The watch's clock at its last sign of life. */
  lastActive: number;
  /** Seconds that it may be silent; 0: for ever. */
  idleTimeout: number;
  /** The links of {@link IdleWatch}. */
  nextWatched: Watched | null;
  previousWatched: Watched | null;
  /** It was silent for too long. */
  expire(): void;
  /** Called every few seconds. */
  check(): void;
}

/** Seconds. */
export const DEFAULT_IDLE_TIMEOUT = 10;

/**
 * Bytes of content per second below which a client counts as silent: that of uWebSockets, and so of Bun.
 */
export const LEAST_THROUGHPUT = 16 * 1024;

const TICK = 1_000;

/** How many ticks lie between two checks; less than half of any engine's own patience. */
const CHECK_TICKS = 4;

/**
 * One timer for everything that waits on the connections of a listener. It is exact to a second, and costs a
 * request no more than its place in a list: what is alive writes {@link now} into `lastActive`.
 */
export class IdleWatch {
  /** Seconds; begins anywhere. */
  now = 0;
  private first: Watched | null = null;
  private timer: NodeJS.Timeout | null = null;

  add(watched: Watched): void {
    watched.lastActive = this.now;
    watched.nextWatched = this.first;
    if (this.first !== null) this.first.previousWatched = watched;
    this.first = watched;
    // The timer ends by itself once the list is empty, so that a request mostly finds it running.
    if (this.timer === null) this.timer = setInterval(() => this.tick(), TICK).unref();
  }

  remove(watched: Watched): void {
    const { nextWatched: next, previousWatched: previous } = watched;
    if (previous === null) {
      if (this.first === watched) this.first = next;
    } else {
      previous.nextWatched = next;
    }
    if (next !== null) next.previousWatched = previous;
    watched.nextWatched = null;
    watched.previousWatched = null;
  }

  private tick(): void {
    if (this.first === null) {
      if (this.timer !== null) clearInterval(this.timer);
      this.timer = null;
      return;
    }
    this.now++;
    const checks = this.now % CHECK_TICKS === 0;
    for (let watched: Watched | null = this.first; watched !== null; ) {
      // Taken first: what expires leaves the list.
      const next: Watched | null = watched.nextWatched;
      if (watched.idleTimeout > 0 && this.now - watched.lastActive > watched.idleTimeout) watched.expire();
      else if (checks) watched.check();
      watched = next;
    }
  }
}
