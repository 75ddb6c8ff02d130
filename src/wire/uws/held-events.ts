/** Bytes of messages that are kept for a paused socket; the client cannot be held back. */
const HELD_LIMIT = 128 * 1024 * 1024;

/** What arrived while a socket was paused. */
export class HeldEvents {
  private readonly events: (() => void)[] = [];
  private bytes = 0;

  get empty(): boolean {
    return this.events.length === 0;
  }

  /** @returns false when it is too much to be kept */
  hold(bytes: number, event: () => void): boolean {
    this.bytes += bytes;
    this.events.push(event);
    return this.bytes <= HELD_LIMIT;
  }

  /** Delivers in order, until it is over, or `stopped` by another pause. */
  release(stopped: () => boolean): void {
    while (!stopped()) {
      const event = this.events.shift();
      if (event === undefined) return;
      event();
    }
  }
}
