import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Topics } from "../../src/wire/topics.js";

describe("Topics", () => {
  it("knows nobody at first", () => {
    const topics = new Topics<string>();
    expect(topics.unsubscribe("ann", "news")).toBe(false);
    expect(topics.isSubscribed("ann", "news")).toBe(false);
    expect(topics.topicsOf("ann")).toEqual([]);
    expect(topics.subscribersOf("news")).toBeUndefined();
    expect(topics.subscriberCount("news")).toBe(0);
    topics.forget("ann");
  });

  it("subscribes once", () => {
    const topics = new Topics<string>();
    expect([topics.subscribe("ann", "news"), topics.subscribe("ann", "news")]).toEqual([true, false]);
    expect(topics.subscriberCount("news")).toBe(1);
  });

  it("keeps both orders of subscription", () => {
    const topics = new Topics<string>();
    for (const topic of ["b", "a", "c"]) topics.subscribe("ann", topic);
    topics.subscribe("bob", "a");
    expect(topics.topicsOf("ann")).toEqual(["b", "a", "c"]);
    expect([...(topics.subscribersOf("a") ?? [])]).toEqual(["ann", "bob"]);
  });

  it("tells the same from both sides, whatever happened", () => {
    const name = fc.constantFrom("ann", "bob", "cid");
    const topic = fc.constantFrom("a", "b", "c", "__proto__");
    const step = fc.tuple(fc.constantFrom("subscribe", "unsubscribe", "forget"), name, topic);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const topics = new Topics<string>();
        const expected = new Set<string>();
        for (const [kind, who, what] of steps) {
          const pair = `${who} ${what}`;
          if (kind === "subscribe") expect(topics.subscribe(who, what)).toBe(!expected.has(pair));
          if (kind === "unsubscribe") expect(topics.unsubscribe(who, what)).toBe(expected.has(pair));
          if (kind === "subscribe") expected.add(pair);
          if (kind === "unsubscribe") expected.delete(pair);
          if (kind === "forget") {
            topics.forget(who);
            for (const one of [...expected]) if (one.startsWith(`${who} `)) expected.delete(one);
          }
        }
        for (const who of ["ann", "bob", "cid"]) {
          for (const what of ["a", "b", "c", "__proto__"]) {
            const subscribed = expected.has(`${who} ${what}`);
            expect(topics.isSubscribed(who, what)).toBe(subscribed);
            expect(topics.topicsOf(who).includes(what)).toBe(subscribed);
            expect(topics.subscribersOf(what)?.has(who) ?? false).toBe(subscribed);
          }
        }
      }),
    );
  });
});
