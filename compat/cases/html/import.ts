// @covers Serve.Options.routes
// What an imported HTML file is.
import { site } from "./_site.ts";

const root = site({ "a.html": "<p>a</p>", "b.htm": "<p>b</p>", "sub/c.html": "<p>c</p>" });
const a = (await import(`${root}/a.html`)).default;
console.log({ a }, [a], a, typeof a, String(a), JSON.stringify(a));
console.log(a.index === `${root}/a.html`, a.files, "index" in a, "files" in a, Object.keys(a), Object.getOwnPropertyNames(a));
console.log(Object.getPrototypeOf(a) === Object.prototype, a[Symbol.toStringTag], a.constructor === Object);
const named = await import(`${root}/a.html`);
console.log("default" in named, named.default === a);
const required = require(`${root}/a.html`);
console.log(required.__esModule, required.default === a, Object.keys(required));
try {
  a.index = "x";
} catch (error) {
  console.log(error instanceof TypeError);
}
console.log(a.index === `${root}/a.html`);
const { get } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(a), "index")!;
try {
  get!.call({});
} catch (error) {
  console.log(String(error));
}
console.log((await import(`${root}/sub/c.html`)).default.index === `${root}/sub/c.html`);
try {
  await import(`${root}/gone.html`);
} catch (error) {
  console.log((error as Error).name, (error as NodeJS.ErrnoException).code);
}
console.log((await import(`${root}/b.htm`)).default);
