// @covers TOML.parse, JSONC.parse, JSONL.parse, JSONL.parseChunk, YAML.stringify
// Formats of data, read and written.
const show = (name: string, read: () => unknown): void => {
  try {
    console.log(name, JSON.stringify(read()));
  } catch (error) {
    console.log(name, error instanceof Error ? `${error.name} ${/^\w+ Parse error/.exec(error.message)?.[0] ?? ""}` : error);
  }
};

show("toml", () => Bun.TOML.parse('a = 1\n[s]\nb = "x"\nc = [1, 2.5]\nd = 1979-05-27T07:32:00Z\ne = 1979-05-27\nf = 07:32:00'));
show("toml tables", () => Bun.TOML.parse("[[list]]\nx = 1\n[[list]]\nx = 2\n[a.b]\nc = { d = true }"));
show("toml bytes", () => Bun.TOML.parse(Buffer.from("a = 1") as never));
show("toml broken", () => Bun.TOML.parse("a = "));
show("toml twice", () => Bun.TOML.parse("a = 1\na = 2"));
console.log(Bun.TOML.parse("[s]\na = 1"));

show("jsonc", () => Bun.JSONC.parse('{\n  // a comment\n  "url": "http://a.b/*", /* another */\n  "list": [1, 2,],\n}'));
show("jsonc broken", () => Bun.JSONC.parse("{a"));

show("jsonl", () => Bun.JSONL.parse('{"a":1}\r\n\n[2]\n3'));
show("jsonl broken", () => Bun.JSONL.parse("1\nbad\n2\n"));
show("jsonl broken at once", () => Bun.JSONL.parse("bad\n2\n"));
show("jsonl chunk", () => Bun.JSONL.parseChunk('{"a":1}\n{"b":'));
show("jsonl chunk done", () => Bun.JSONL.parseChunk("1\n2\n"));
show("jsonl bytes", () => Bun.JSONL.parseChunk(Buffer.from('{"é":1}\n{"b"')));
show("jsonl from", () => Bun.JSONL.parseChunk(Buffer.from("1\n2\n3\n"), 2, 3));

const texts = ["", "plain", "it's", "a: b", "a:b", "- x", "-", "yes", "1", "1e3", "2024-01-01", "a\nb", " a", "#x", "x#", "~", "C:\\"];
for (const text of texts) console.log(Bun.YAML.stringify(text));
console.log(Bun.YAML.stringify({ a: [1, "two", null, true], b: { c: "x: y" }, d: undefined, n: Number.NaN }));
console.log(Bun.YAML.stringify([[1, [2]], { a: [{ b: 1, c: [] }] }, {}], null, 2));
const shared = { q: 1 };
console.log(Bun.YAML.stringify({ a: shared, b: [shared] }, null, 4));
show("bigint", () => Bun.YAML.stringify(1n));
