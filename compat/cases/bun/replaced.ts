// @covers Bun.serve, Bun.sleep
// What a module imports from "bun" is taken out of Bun when the module runs: instruments replace Bun.serve before.
import def, { serve, /* , } */ sleep as wait } from "bun";
import * as all from "bun";
import { names } from "./_early.ts";
import "./_replace-sleep.ts";
export { serve as again };
export { file } from "bun";

console.log(wait.name, (wait as any).done, Bun.sleep === wait, serve({ port: 5 } as any));
console.log(def === Bun, all === (Bun as any), all.sleep.name, Object.prototype.toString.call(all));
console.log("early", names());
Object.assign(Bun, { sleep: function second() {} });
console.log("later", wait.name, all.sleep.name, names(), require("bun").sleep.name);
await wait(1);
const later = await import("bun");
console.log(later === (Bun as any), later.sleep.name);
const text = `import { nothing } from "bun"`;
console.log(text, new Error("here").stack?.includes("replaced.ts:19:"));
