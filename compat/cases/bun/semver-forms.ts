// @covers Bun.semver
import { attempt } from "../../client.ts";

const versions = [
  "1.2.3", "1.2", "1", "v1.2.3", "V1.2.3", "=1.2.3", "1.2.3-alpha", "1.2.3-alpha.1", "1.2.3alpha", "1.2.3+", "1.2.x", "1.x", "x", "*", "", " ", "  1.2.3  ", "01.2.3", "1.02.3", "99999999999.0.0", "^1.2.3", "~1.2", ">=1", "<1", ">1.0.0", "||", "1||2",
  "latest", "abc", "1.2.3-beta+build", "1.2.3+build", "a1.2.3", "1.2.a", "-1.2.3", "1.2.", ".1", "1.2.3-0", "1.2-alpha", "1.2.3-alpha-b", "vv1", "1.2.3-a.b.c.d.e", "1.2.3-rc1", "1.2.X", "1.*",
];
const others = ["0.0.0", "1.0.0", "1.2.0", "1.2.3", "1.2.3-alpha", "1.2.4", "2.0.0-a", "2.0.0", "10.0.0"];
const ranges = ["*", "^1.0.0", ">=0", "1.2.3", "<5", "1.2.3-alpha", "latest", "1.x || 3", "1 - 2", ">1 <3", "~1.2"];
for (const version of versions) {
  await attempt(`order ${JSON.stringify(version)}`, () => others.map((other) => Bun.semver.order(version, other)));
  await attempt(`order behind ${JSON.stringify(version)}`, () => others.map((other) => Bun.semver.order(other, version)));
  await attempt(`in ${JSON.stringify(version)}`, () => others.filter((other) => Bun.semver.satisfies(other, version)));
  await attempt(`of ${JSON.stringify(version)}`, () => ranges.filter((range) => Bun.semver.satisfies(version, range)));
}
for (const odd of [5, null, undefined, {}, Symbol("s"), true] as any[]) {
  await attempt(`order ${String(odd)}`, () => Bun.semver.order(odd, "1.0.0"));
  await attempt(`order behind ${String(odd)}`, () => Bun.semver.order("1.0.0", odd));
  await attempt(`satisfies ${String(odd)}`, () => [Bun.semver.satisfies(odd, "*"), Bun.semver.satisfies("1.0.0", odd)]);
}
console.log(["1.10.0", "1.9.0", "1.9.0-rc.2", "1.9.0-rc.10", "2.0.0", "1.9.0-alpha"].sort(Bun.semver.order).join(" "));
