// @covers Headers
import { attempt } from "../../client.ts";
const fields = () => new Headers({ a: "1", b: "2", c: "3" });
await attempt("deleted meanwhile", () => { const h = fields(); const seen = []; for (const [name] of h) { seen.push(name); if (name === "a") h.delete("b"); } return seen; });
await attempt("appended meanwhile", () => { const h = fields(); const seen = []; for (const [name] of h) { seen.push(name); if (name === "c") h.append("d", "4"); } return seen; });
await attempt("cookies", () => { const h = new Headers([["set-cookie", "a"], ["b", "1"], ["set-cookie", "c"]]); return [...h.values()]; });
await attempt("started early", () => { const h = fields(); const all = h.entries(); h.append("z", "9"); return [...all]; });
await attempt("steps", () => { const all = fields().keys(); return [all.next(), all.next(), all.next(), all.next(), all.next()]; });
await attempt("same function", () => Headers.prototype[Symbol.iterator] === Headers.prototype.entries);
await attempt("tag", () => Object.prototype.toString.call(new Headers().entries()));
await attempt("iterable", () => { const all = fields().keys(); return all[Symbol.iterator]() === all; });
