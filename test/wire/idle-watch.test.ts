import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { IdleWatch, type Watched } from "../../src/wire/idle-watch.js";

class Waiting implements Watched {
  lastActive = 0;
  nextWatched: Watched | null = null;
  previousWatched: Watched | null = null;
  expired = 0;
  checked = 0;
  idleTimeout: number;
  onExpire: () => void = () => {};

  constructor(idleTimeout: number) {
    this.idleTimeout = idleTimeout;
  }

  expire(): void {
    this.expired++;
    this.onExpire();
  }

  check(): void {
    this.checked++;
  }
}

describe("IdleWatch", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("expires what was silent for longer than its limit, within a second", () => {
    const watch = new IdleWatch();
    const waiting = new Waiting(3);
    watch.add(waiting);
    vi.advanceTimersByTime(3000);
    expect(waiting.expired).toBe(0);
    vi.advanceTimersByTime(1000);
    expect(waiting.expired).toBe(1);
  });

  it("counts from the last sign of life", () => {
    const watch = new IdleWatch();
    const waiting = new Waiting(3);
    watch.add(waiting);
    vi.advanceTimersByTime(3000);
    waiting.lastActive = watch.now;
    vi.advanceTimersByTime(3000);
    expect(waiting.expired).toBe(0);
    vi.advanceTimersByTime(1000);
    expect(waiting.expired).toBe(1);
  });

  it("never expires what has no limit, and takes a new limit at once", () => {
    const watch = new IdleWatch();
    const waiting = new Waiting(0);
    watch.add(waiting);
    vi.advanceTimersByTime(600_000);
    expect(waiting.expired).toBe(0);
    waiting.idleTimeout = 5;
    vi.advanceTimersByTime(1000);
    expect(waiting.expired).toBe(1);
  });

  it("lets things leave while it goes through them", () => {
    const watch = new IdleWatch();
    const all = Array.from({ length: 5 }, () => new Waiting(1));
    for (const waiting of all) watch.add(waiting);
    for (const waiting of all) waiting.onExpire = () => watch.remove(waiting);
    vi.advanceTimersByTime(2000);
    expect(all.map(({ expired }) => expired)).toEqual([1, 1, 1, 1, 1]);
    vi.advanceTimersByTime(5000);
    expect(all.map(({ expired }) => expired)).toEqual([1, 1, 1, 1, 1]);
  });

  it("removes from the beginning, the middle and the end", () => {
    const watch = new IdleWatch();
    const [a, b, c, d] = [new Waiting(1), new Waiting(1), new Waiting(1), new Waiting(1)];
    for (const waiting of [a, b, c, d]) watch.add(waiting);
    for (const gone of [d, b, a]) watch.remove(gone);
    vi.advanceTimersByTime(2000);
    expect([a, b, c, d].map(({ expired }) => expired)).toEqual([0, 0, 1, 0]);
  });

  it("stops its timer when nothing is left, and starts it again", () => {
    const watch = new IdleWatch();
    expect(vi.getTimerCount()).toBe(0);
    const waiting = new Waiting(1);
    watch.add(waiting);
    expect(vi.getTimerCount()).toBe(1);
    watch.remove(waiting);
    vi.advanceTimersByTime(1000);
    expect(vi.getTimerCount()).toBe(0);
    watch.add(waiting);
    vi.advanceTimersByTime(2000);
    expect(waiting.expired).toBe(1);
  });

  it("checks every four seconds", () => {
    const watch = new IdleWatch();
    const waiting = new Waiting(0);
    watch.add(waiting);
    vi.advanceTimersByTime(12_000);
    expect(waiting.checked).toBe(3);
  });
});
