// @covers BunFile
import { attempt } from "../../client.ts";
import { folder, put } from "../files/_reply.ts";

const path = put(`${folder()}/f.txt`);
const positions = [undefined, 0, 1, 3, 9, 10, 11, 1.7, "2", null, Number.NaN, Number.POSITIVE_INFINITY];
for (const from of positions) {
  for (const to of positions) {
    await attempt(`slice(${String(from)}, ${String(to)})`, async () => {
      const part = (Bun.file(path) as any).slice(from, to);
      const text = await part.text();
      return `${JSON.stringify(text)} ${part.type}`;
    });
  }
}
for (const [name, make] of Object.entries({
  "2-8, 1-3": (file: any) => file.slice(2, 8).slice(1, 3),
  "2-, 3-": (file: any) => file.slice(2).slice(3),
  "2-4, 0-9": (file: any) => file.slice(2, 4).slice(0, 9),
  "2-8, 0, 0": (file: any) => file.slice(2, 8).slice(0).slice(0),
  "type only": (file: any) => file.slice("text/x"),
  "start and type": (file: any) => file.slice(3, "text/x"),
  "all three": (file: any) => file.slice(3, 5, "text/x"),
  "type of slice": (file: any) => file.slice(3, 5, "text/x").slice(1),
  "bytes": async (file: any) => new Blob([await file.slice(1, 3).bytes()]),
})) {
  await attempt(name, async () => {
    const part = await make(Bun.file(path));
    return `${await part.text()} ${part.type} ${part.size}`;
  });
}
await attempt("json of a slice", async () => String(await Bun.file(path).slice(1, 3).json()));
await attempt("unlink of a slice", async () => {
  await Bun.file(path).slice(0, 1).delete();
  return String(await Bun.file(path).exists());
});
