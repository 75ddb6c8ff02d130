// @covers Bun.semver
import { attempt, print } from "./_print.ts";

for (const [version, range] of [["1.2.3", "^1.0.0"], ["1.2.3", "~1.2"], ["1.2.3-beta", "^1.0.0"], ["1.2.3-beta.1", ">=1.2.3-alpha"], ["2.0.0", "1 || 2"], ["x", "*"], ["1.2.3", "bad"], ["1.2.3", "1.2.x"], ["1.2.3", ""], ["v1.2.3", "^1"], ["1.2", "^1"], ["1.0.0-rc.1", "*"], ["1.2.3", "1.0 - 1.3"], ["1.2.3", "latest"], ["1.2.3", ">1 <2"], ["0.2.3", "^0.2.1"], ["0.3.0", "^0.2.1"]] as const) print(`${version} in ${range}`, Bun.semver.satisfies(version, range));
for (const [a, b] of [["1.0.0", "1.0.0"], ["1.0.0", "1.0.1"], ["1.0.0-a", "1.0.0"], ["1.0.0+b", "1.0.0+c"], ["x", "1.0.0"], ["1.0.0", "y"], ["v2", "1"], ["1.0.0-alpha.2", "1.0.0-alpha.10"]] as const) await attempt(`${a} and ${b}`, () => Bun.semver.order(a, b));
