// @covers YAML.parse, JSON5.parse, JSON5.stringify
// Formats that packages of their own read.
const show = (name: string, read: () => unknown): void => {
  try {
    console.log(name, JSON.stringify(read()));
  } catch (error) {
    console.log(name, error instanceof Error ? `${error.name} ${/^\w+ Parse error/.exec(error.message)?.[0] ?? ""}` : error);
  }
};
show("scalars", () => Bun.YAML.parse("a: 1\nb: [two, 3.5, null, true, ~, yes, 0o17, 0x1f, 1e3, 2024-01-01, 1_000, '1']"));
show("blocks", () => Bun.YAML.parse("k: |\n  multi\n  line\nl: >\n  folded\n  text\n"));
show("anchors", () => Bun.YAML.parse("base: &b\n  x: 1\nother:\n  <<: *b\n  y: 2\n"));
show("documents", () => Bun.YAML.parse("---\na: 1\n---\nb: 2\n"));
show("empty", () => Bun.YAML.parse(""));
show("twice", () => Bun.YAML.parse("a: 1\na: 2"));
show("tags", () => Bun.YAML.parse("a: !custom x\nb: !!str 5"));
for (const text of ["a: [1, 2", "a: b: c", "\ta: 1", "a: *nope"]) show("broken", () => Bun.YAML.parse(text));
show("json5", () => Bun.JSON5.parse("{a: 1, 'b': [1,], /* c */ c: .5, d: 0xff, e: +1}"));
show("json5 broken", () => Bun.JSON5.parse("{a:"));
console.log(Bun.JSON5.stringify({ a: 1, "b-c": "its", d: [1], e: undefined, n: null }, null, 2));
