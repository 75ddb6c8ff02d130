// @covers build
// What a build tells; its bytes are the bundler's own.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = join(import.meta.dir, "_build");
const [entry, other] = [join(folder, "a.ts"), join(folder, "b.ts")];
const out = await mkdtemp(join(tmpdir(), "build-"));
const show = async (name: string, config: Bun.BuildConfig): Promise<void> => {
  try {
    const { success, logs, outputs } = await Bun.build(config);
    console.log(name, success, logs.length);
    for (const { path, kind, type, hash, size } of outputs) console.log(" ", path.replace(out, ""), kind, type, typeof hash, size > 0);
  } catch (error) {
    const { name: kind, message, errors } = error as AggregateError;
    console.log(name, kind, message.replaceAll(folder, ""), errors?.map((one) => [one.name, one.message.replaceAll(folder, ""), one.level]));
  }
};
await show("in memory", { entrypoints: [entry], define: { NAME: '"x"' } });
await show("several", { entrypoints: [entry, other], define: { NAME: '"x"' } });
await show("written", { entrypoints: [entry], outdir: out, define: { NAME: '"x"' }, minify: true, target: "bun" });
await show("named", { entrypoints: [other], outdir: out, naming: "[dir]/[name].min.[ext]" });
await show("no file", { entrypoints: [join(folder, "nowhere.ts")] });
await show("no package", { entrypoints: [join(folder, "missing-import.ts")] });
await show("no entry", { entrypoints: [] });
await show("no configuration", undefined as never);
const failed = await Bun.build({ entrypoints: [join(folder, "nowhere.ts")], throw: false });
console.log(failed.success, failed.outputs, failed.logs.length);

const [artifact] = (await Bun.build({ entrypoints: [other], minify: true })).outputs;
if (artifact === undefined) throw new Error("nothing was built");
console.log(new Response(artifact).headers.get("content-type"), (await artifact.text()).includes('"b"'), artifact.sourcemap);
console.log((await import(join(out, "b.min.js"))).b, await Bun.file(join(out, "a.css")).exists());
using server = Bun.serve({ port: 0, fetch: () => new Response(artifact) });
const response = await fetch(server.url);
console.log(response.headers.get("content-type"), (await response.text()) === (await artifact.text()));
await rm(out, { recursive: true });
