// TypeScript that is more than annotations.
import type { Server } from "bun";
enum Color { Red, Green = "green" }
const enum Size { Small = 3 }
namespace Shapes {
  export const square = 4;
}
abstract class Base {
  constructor(protected readonly name: string, public count = 1) {}
  abstract greet(): string;
}
class Thing extends Base {
  declare hidden?: Server<undefined>;
  override greet() {
    return `${this.name} ${this.count}`;
  }
}
function first<T>(list: readonly T[]): T | undefined;
function first(list: readonly unknown[]) {
  return list[0];
}
const checked = { a: 1 } satisfies Record<string, number>;
console.log(JSON.stringify(Color), Color[0], Size.Small, Shapes.square, new Thing("x").greet(), first([5])!, checked.a as number);
console.log("hidden" in new Thing("y"), <string>"cast");
{
  using _ = { [Symbol.dispose]: () => console.log("disposed") };
  console.log("before");
}
