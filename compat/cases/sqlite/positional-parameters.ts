// @covers Statement.paramsCount
import { Database } from "bun:sqlite";
import { attempt } from "./_print.ts";

const db = new Database(":memory:");
const pair = db.prepare("SELECT ? AS a, ? AS b");
attempt("arguments", () => pair.get(1, "x"));
attempt("array", () => pair.get([2, null]));
attempt("kept", () => pair.get());
attempt("empty array", () => pair.get([]));
attempt("too few", () => pair.get(1));
attempt("too many", () => pair.get(1, 2, 3));
attempt("nested", () => pair.get(1, [2]));
attempt("object", () => pair.get(1, {}));
attempt("date", () => pair.get(new Date(0), 1));
attempt("undefined", () => pair.get(undefined, 1));
attempt("none wanted", () => db.prepare("SELECT 1 AS a").get(1));
attempt("start values", () => db.prepare("SELECT ? AS x", ["hi"]).get());
attempt("counts", () => [pair.paramsCount, db.prepare("SELECT ?5, '?' /* ? */ -- ?").paramsCount]);
