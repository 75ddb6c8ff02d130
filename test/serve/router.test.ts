import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Router } from "../../src/serve/router.js";

/** A route for all methods. */
function router(...patterns: string[]): Router<string> {
  const made = new Router<string>();
  for (const pattern of patterns) made.add(pattern, null, pattern);
  return made;
}

/**
 * The rules, told slowly: of all patterns that match, the one wins whose first differing segment is the more
 * definite kind; literal before parameter before wildcard. Patterns of one shape: the last one.
 */
function reference(patterns: readonly string[], path: string): { value: string; params: string[] } | null {
  const RANK = { literal: 0, param: 1, wildcard: 2 };
  const kind = (segment: string): keyof typeof RANK =>
    segment.startsWith(":") ? "param" : segment.startsWith("*") ? "wildcard" : "literal";
  const asked = path.slice(1).split("/");
  let best: { value: string; params: string[]; ranks: number[] } | null = null;
  for (const pattern of patterns) {
    const segments = pattern.slice(1).split("/");
    const params: string[] = [];
    const matches = segments.every((segment, i) => {
      const text = asked[i];
      if (kind(segment) === "literal") return segment === text;
      if (kind(segment) === "wildcard") return i === segments.length - 1 && text !== undefined;
      if (text !== undefined) params.push(decodeURIComponent(text));
      return text !== undefined && text !== "";
    });
    const isOpen = kind(segments.at(-1) ?? "") === "wildcard";
    if (!matches || (!isOpen && asked.length !== segments.length)) continue;
    const ranks = segments.map((segment) => RANK[kind(segment)]);
    if (best === null || compare(ranks, best.ranks) <= 0) best = { value: pattern, params, ranks };
  }
  return best === null ? null : { value: best.value, params: best.params };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

// Few names, so that patterns meet.
const name = fc.constantFrom("a", "b", "c", "", "A", "a.b", "%61");
const patternSegment = fc.oneof(
  { weight: 4, arbitrary: name },
  { weight: 3, arbitrary: fc.constantFrom(":a", ":b", ":c") },
  { weight: 1, arbitrary: fc.constant("*") },
);
const pattern = fc
  .array(patternSegment, { minLength: 1, maxLength: 5 })
  .map((segments) => `/${segments.join("/")}`);
const askedPath = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: name },
      { weight: 1, arbitrary: fc.constantFrom("x", "*", ":a", "y%20z") },
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((segments) => `/${segments.join("/")}`);

describe("Router.find", () => {
  it("finds nothing in an empty table", () => {
    expect(router().find("GET", "/")).toBeNull();
  });

  it("agrees with the plain rules for any table and path", () => {
    fc.assert(
      fc.property(fc.uniqueArray(pattern, { maxLength: 12 }), askedPath, (patterns, path) => {
        const found = router(...patterns).find("GET", path);
        expect(found === null ? null : { value: found.value, params: [...found.params] }).toEqual(
          reference(patterns, path),
        );
      }),
      { numRuns: 5000 },
    );
  });

  it("goes back when a more definite branch leads nowhere", () => {
    const found = router("/a/b/c", "/a/:x/d", "/*").find("GET", "/a/b/d");
    expect(found).toEqual({ value: "/a/:x/d", params: ["b"] });
  });

  it("never gives a parameter an empty value", () => {
    expect(router("/u/:id").find("GET", "/u/")).toBeNull();
  });

  it("takes no wildcard for the path without its slash", () => {
    expect(router("/u/*").find("GET", "/u")).toBeNull();
    expect(router("/u/*").find("GET", "/u/")?.value).toBe("/u/*");
  });

  it("goes on to a less definite route for a method that a route does not name", () => {
    const made = new Router<string>();
    made.add("/a", "GET", "get");
    made.add("/:x", "POST", "post");
    expect(made.find("POST", "/a")).toEqual({ value: "post", params: ["a"] });
    expect(made.find("PUT", "/a")).toBeNull();
  });

  it("serves HEAD by GET unless the route names it", () => {
    const made = new Router<string>();
    made.add("/a", "GET", "get");
    made.add("/b", "GET", "get");
    made.add("/b", "HEAD", "head");
    expect(made.find("HEAD", "/a")?.value).toBe("get");
    expect(made.find("HEAD", "/b")?.value).toBe("head");
  });

  it("costs no more with 10,000 routes than the length of a path asks for", () => {
    const few = router("/r1/:id/x");
    const many = router(...Array.from({ length: 10_000 }, (_, i) => `/r${i}/:id/x`));
    const time = (made: Router<string>): number => {
      for (let i = 0; i < 20_000; i++) made.find("GET", "/r1/7/x");
      const start = performance.now();
      for (let i = 0; i < 100_000; i++) made.find("GET", "/r1/7/x");
      return performance.now() - start;
    };
    // Far from a benchmark: a search through the table would be a thousand times slower.
    expect(time(many)).toBeLessThan(time(few) * 20 + 50);
  });

  it("is not fooled by names of Object.prototype", () => {
    expect(router("/a/:x").find("GET", "/constructor")).toBeNull();
    expect(router("/a/:x").find("GET", "/__proto__/b")).toBeNull();
  });
});

describe("Router.find after a route that did not answer", () => {
  it("gives the next best, until there is none", () => {
    const made = router("/a/b", "/a/:x", "/:x/b", "/a/*", "/*");
    const found: string[] = [];
    for (
      let match = made.find("GET", "/a/b");
      match !== null;
      match = made.find("GET", "/a/b", new Set(found))
    ) {
      found.push(match.value);
    }
    expect(found).toEqual(["/a/b", "/a/:x", "/a/*", "/:x/b", "/*"]);
  });

  it("gives what is there for all methods, where it was for one", () => {
    const made = router("/a", "/*");
    made.add("/a", "GET", "get");
    expect(made.find("GET", "/a")?.value).toBe("get");
    expect(made.find("GET", "/a", new Set(["get"]))?.value).toBe("/a");
    expect(made.find("GET", "/a", new Set(["get", "/a"]))?.value).toBe("/*");
  });
});
