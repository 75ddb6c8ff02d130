// @covers process.versions
// What programs and frameworks ask to learn where they run.
console.log(process.versions.bun === Bun.version, "bun" in process.versions, Object.keys(process.versions).includes("bun"));
console.log((process as any).isBun, (process as any).revision === Bun.revision, typeof Bun, process.release.name);
console.log(navigator.userAgent === `Bun/${Bun.version}`, typeof navigator.platform, navigator.hardwareConcurrency > 0, String(navigator));
console.log(Object.keys(navigator), navigator);
for (const key of ["userAgent", "platform", "hardwareConcurrency"]) {
  const { get, set, enumerable, configurable } = Object.getOwnPropertyDescriptor(navigator, key) ?? {};
  console.log(key, typeof get, typeof set, enumerable, configurable);
}
