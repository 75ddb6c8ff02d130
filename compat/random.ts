import { describe } from "./client.ts";

/** Random choices that are the same in every run and on every runtime: for cases that try many inputs. */
export interface Random {
  /** Below `limit`. */
  int(limit: number): number;
  pick<T>(list: readonly T[]): T;
  /** Up to `max` values of `make`. */
  many<T>(max: number, make: () => T): T[];
  /** True with this probability. */
  chance(probability: number): boolean;
}

/** The mulberry32 generator. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (limit: number): number => Math.floor(next() * limit);
  return {
    int,
    pick: <T>(list: readonly T[]): T => list[int(list.length)] as T,
    many: (max, make) => Array.from({ length: int(max + 1) }, make),
    chance: (probability) => next() < probability,
  };
}

/** What came of a call: its value as JSON, or the error that it threw. */
export function told(work: () => unknown): string {
  try {
    const value = work();
    return JSON.stringify(value) ?? String(value);
  } catch (error) {
    return `throws ${describe(error)}`;
  }
}
