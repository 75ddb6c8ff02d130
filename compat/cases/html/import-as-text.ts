// @covers Serve.Options.routes
// An import attribute says that the file is a text.
import { site } from "./_site.ts";

const root = site({ "a.html": "<p>text &amp; more</p>" });
console.log((await import(`${root}/a.html`, { with: { type: "text" } })).default);
