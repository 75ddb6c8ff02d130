import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Linked, LinkedSet } from "../../src/wire/linked-set.js";

class Member implements Linked<Member> {
  next: Member | null = null;
  previous: Member | null = null;
}

describe("LinkedSet", () => {
  it("is empty at first, and takes the deletion of what it does not hold", () => {
    const set = new LinkedSet<Member>();
    set.delete(new Member());
    expect([set.empty, set.members()]).toEqual([true, []]);
  });

  it("holds what was added and not deleted, the newest first", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 80 }), (steps) => {
        const members = Array.from({ length: 10 }, () => new Member());
        const set = new LinkedSet<Member>();
        let expected: Member[] = [];
        for (const step of steps) {
          const member = members[step] ?? new Member();
          if (expected.includes(member)) {
            set.delete(member);
            expected = expected.filter((one) => one !== member);
          } else {
            set.add(member);
            expected = [member, ...expected];
          }
          expect(set.members().every((one, index) => one === expected[index])).toBe(true);
          expect(set.members()).toHaveLength(expected.length);
          expect(set.empty).toBe(expected.length === 0);
        }
      }),
    );
  });
});
