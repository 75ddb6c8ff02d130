/** Who is subscribed to which topics: the two sides of one table. In the order of subscription, both ways. */
export class Topics<T> {
  private readonly bySubscriber = new Map<T, Set<string>>();
  private readonly byTopic = new Map<string, Set<T>>();

  /** @returns whether it was not subscribed before */
  subscribe(subscriber: T, topic: string): boolean {
    const subscribers = setOf(this.byTopic, topic);
    if (subscribers.has(subscriber)) return false;
    subscribers.add(subscriber);
    setOf(this.bySubscriber, subscriber).add(topic);
    return true;
  }

  /** @returns whether it was subscribed */
  unsubscribe(subscriber: T, topic: string): boolean {
    return removeFrom(this.byTopic, topic, subscriber) && removeFrom(this.bySubscriber, subscriber, topic);
  }

  /** Unsubscribes from everything. */
  forget(subscriber: T): void {
    for (const topic of this.bySubscriber.get(subscriber) ?? []) removeFrom(this.byTopic, topic, subscriber);
    this.bySubscriber.delete(subscriber);
  }

  isSubscribed(subscriber: T, topic: string): boolean {
    return this.byTopic.get(topic)?.has(subscriber) ?? false;
  }

  topicsOf(subscriber: T): string[] {
    return [...(this.bySubscriber.get(subscriber) ?? [])];
  }

  /** Changes with the table; undefined: there are none. */
  subscribersOf(topic: string): ReadonlySet<T> | undefined {
    return this.byTopic.get(topic);
  }

  subscriberCount(topic: string): number {
    return this.byTopic.get(topic)?.size ?? 0;
  }
}

function setOf<K, V>(table: Map<K, Set<V>>, key: K): Set<V> {
  let values = table.get(key);
  if (values === undefined) {
    values = new Set();
    table.set(key, values);
  }
  return values;
}

/** No empty set stays behind. */
function removeFrom<K, V>(table: Map<K, Set<V>>, key: K, value: V): boolean {
  const values = table.get(key);
  if (values?.delete(value) !== true) return false;
  if (values.size === 0) table.delete(key);
  return true;
}
