import { addAll } from "./define.js";

/** Adds what sorts values under keys: https://tc39.es/ecma262/#sec-object.groupby */
export function installGrouping(): void {
  addAll(Object, {
    groupBy(items: Iterable<unknown>, callback: (item: unknown, index: number) => PropertyKey): object {
      const groups: Record<PropertyKey, unknown[]> = Object.create(null);
      let index = 0;
      for (const item of items) {
        const key = callback(item, index++);
        const group = groups[key];
        if (group === undefined) groups[key] = [item];
        else group.push(item);
      }
      return groups;
    },
  });
  addAll(Map, {
    groupBy(items: Iterable<unknown>, callback: (item: unknown, index: number) => unknown): object {
      const groups = new Map<unknown, unknown[]>();
      let index = 0;
      for (const item of items) {
        const key = callback(item, index++);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [item]);
        else group.push(item);
      }
      return groups;
    },
  });
  addAll(Map.prototype, upserts);
  addAll(WeakMap.prototype, upserts);
}

/** What both kinds of maps have of a Map. */
interface Store {
  has(key: unknown): boolean;
  get(key: unknown): unknown;
  set(key: unknown, value: unknown): unknown;
}

/** https://tc39.es/proposal-upsert/ */
const upserts = {
  getOrInsert(this: Store, key: unknown, value: unknown): unknown {
    if (this.has(key)) return this.get(key);
    this.set(key, value);
    return value;
  },
  getOrInsertComputed(this: Store, key: unknown, compute: (key: unknown) => unknown): unknown {
    if (typeof compute !== "function") throw new TypeError("callback must be a function");
    if (this.has(key)) return this.get(key);
    const value = compute(key);
    this.set(key, value);
    return value;
  },
};
