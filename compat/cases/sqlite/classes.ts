// @covers Statement.as
import { Database } from "bun:sqlite";
import { attempt, show } from "./_print.ts";

class Movie {
  title = "unset";
  year = 0;

  constructor() {
    console.log("not called");
  }

  get label(): string {
    return `${this.title} (${this.year})`;
  }
}
const db = new Database(":memory:");
const movies = db.prepare("SELECT 'Heat' AS title, 1995 AS year UNION SELECT 'Ran', 1985").as(Movie);
for (const movie of [...movies.all(), movies.get(), ...movies.iterate()]) {
  show(movie instanceof Movie, movie?.label, JSON.stringify(movie));
}
attempt("no class", () => Reflect.apply(movies.as, movies, [5]));
attempt("arrow", () => Reflect.apply(movies.as, movies, [() => 1]));
