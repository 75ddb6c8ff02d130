// @covers Bun.version
// @covers Bun.revision
// @covers Bun.env
// @covers Bun.argv
// @covers Bun.main
// @covers Bun.isMainThread
import { basename } from "node:path";
import * as module from "bun";
import { print } from "./_print.ts";

print("version", [Bun.version, Bun.revision]);
print("tag", Object.prototype.toString.call(Bun));
print("env", [Bun.env === process.env, Bun.env["NO_COLOR"]]);
process.env["COMPAT_LATER"] = "1";
print("env later", Bun.env["COMPAT_LATER"]);
print("argv", [Bun.argv === process.argv, Bun.argv.length]);
print("main", [basename(Bun.main), Bun.main === process.argv[1], basename(module.main)]);
print("threads", Bun.isMainThread);
print("colours", Bun.enableANSIColors);
print("module", [module.file === Bun.file, module.write === Bun.write, module.serve === Bun.serve, module.sleep === Bun.sleep]);
const { sleep } = Bun;
Object.assign(Bun, { sleep: "replaced", added: 1 });
print("can be changed", [Bun.sleep, "added" in Bun]);
Object.assign(Bun, { sleep });
print("gc", [typeof Bun.gc(true), typeof Bun.gc(false)]);
