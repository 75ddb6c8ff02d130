import { describe, expect, it } from "vitest";
import { rewriteStartTag } from "../../src/html/start-tag.js";

describe("rewriteStartTag", () => {
  it.each([
    ["<img   alt = 'x'\n  src=f.png  />", "<img alt = 'x' src=\"/new\" />"],
    ['<img src="f.png"/>', '<img src="/new" />'],
    ["<img src=f.png/>", '<img src="/new">'],
    ["<IMG\tSRC='f.png'\talt>", '<IMG SRC="/new" alt>'],
    [`<img alt=a"b src="f.png" data-x='"'>`, `<img alt=a"b src="/new" data-x='"'>`],
    ['<img src = "f.png" >', '<img src="/new">'],
    ["<img src=f.png src=g.png>", '<img src="/new" src=g.png>'],
    ['<img src="f.png"alt="x">', '<img src="/new" alt="x">'],
    ['<img title=">" src=f.png / >', '<img title=">" src="/new">'],
    ["<img src=f.png =x>", '<img src="/new" =x>'],
  ])("writes %s as Bun does", (tag, expected) => {
    expect(rewriteStartTag(tag, new Map([["src", "/new"]]))).toBe(expected);
  });

  it("changes several attributes, with quotes escaped", () => {
    const values = new Map([
      ["src", 'a"b'],
      ["poster", "/p"],
    ]);
    expect(rewriteStartTag("<video poster=x controls src=y>", values)).toBe(
      '<video poster="/p" controls src="a&quot;b">',
    );
  });
});
