// @covers Database.query
import { Database } from "bun:sqlite";
import { attempt } from "./_print.ts";

for (const strict of [false, true]) {
  const db = new Database(":memory:", { strict });
  const both = db.prepare("SELECT $a AS a, :b AS b, @c AS c");
  attempt("prefixed", () => both.get({ $a: 1, ":b": 2, "@c": 3 }));
  attempt("bare", () => both.get({ a: 1, b: 2, c: 3 }));
  attempt("missing", () => both.get({ a: 1, $b: 2 }));
  attempt("in order", () => both.get("x", "y", "z"));
  attempt("choice", () => db.prepare("SELECT $a AS a").get({ $a: 1, a: 2 }));
  attempt("extra", () => db.prepare("SELECT $a AS a").get({ a: 1, z: 2 }));
  attempt("twice", () => db.prepare("SELECT $a AS a, $a AS b, ? AS c").get(1, 2));
  attempt("numbered", () => db.prepare("SELECT ?2 AS a, ?1 AS b").get("one", "two"));
  attempt("numbered by name", () => db.prepare("SELECT ?1 AS a, ?2 AS b").get({ "?1": "one", "?2": "two" }));
  attempt("unnamed by index", () => db.prepare("SELECT ? AS a").get({ 0: 5 }));
  attempt("unnamed missing", () => db.prepare("SELECT ? AS a").get({}));
  attempt("inherited", () => db.prepare("SELECT $a AS a").get(Object.create({ a: 1 })));
}
