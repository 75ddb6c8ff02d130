/** As many as are kept; what comes later takes the place of the earliest. */
const KEPT = 200_000;

/** Times from request to reply, in milliseconds. */
export class Latencies {
  private readonly times = new Float64Array(KEPT);
  private count = 0;

  add(time: number): void {
    this.times[this.count++ % KEPT] = time;
  }

  get p99(): number {
    const kept = this.times.slice(0, Math.min(this.count, KEPT)).sort();
    return kept[Math.floor(kept.length * 0.99)] ?? Number.NaN;
  }
}
