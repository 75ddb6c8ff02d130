// @covers BunFile
import { unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { folder } from "../files/_reply.ts";

// What a BunFile remembers of a file after it was read in one way or another.
const path = `${folder()}/f.txt`;
const put = (content: string, time: number) => {
  writeFileSync(path, content);
  utimesSync(path, time, time);
  return Bun.file(path);
};
const ways: Record<string, (file: any) => unknown> = {
  nothing: () => {},
  text: (file) => file.text(),
  bytes: (file) => file.bytes(),
  stream: async (file) => {
    for await (const _piece of file.stream()) {
      // Only read.
    }
  },
  size: (file) => file.size,
  exists: (file) => file.exists(),
  stat: (file) => file.stat(),
  lastModified: (file) => file.lastModified,
  slice: (file) => file.slice(0, 1).text(),
  response: (file) => new Response(file).text(),
};
for (const content of ["x", "x".repeat(1_000_000)]) {
  for (const [name, way] of Object.entries(ways)) {
    let file = put(content, 1000);
    await way(file);
    unlinkSync(path);
    const gone = [await file.exists(), file.size];
    writeFileSync(path, "back");
    gone.push(await file.exists(), file.size);
    file = put(content, 1000);
    await way(file);
    put("longer", 2000);
    const changed = [file.lastModified, file.size];
    file = put(content, 1000);
    const before = file.lastModified;
    put("longer", 2000);
    await way(file);
    console.log(content.length, name, String(gone), String(changed), before, file.lastModified, file.size);
  }
}
