// @covers Serve.DirectoryRouteOptions.dir
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { attempt, listen } from "../../client.ts";
import { folder, put, reply } from "../files/_reply.ts";

const made = folder();
mkdirSync(`${made}/d e`);
put(`${made}/d e/a.txt`, "a");
symlinkSync("d e", `${made}/link`);
symlinkSync("nope", `${made}/dangling`);
put(`${made}/file`);
const ways: Record<string, unknown> = {
  plain: `${made}/d e`,
  slash: `${made}/d e/`,
  slashes: `${made}//d e//`,
  dots: `${made}/d e/../d e/.`,
  link: `${made}/link`,
  "link slash": `${made}/link/`,
  relative: path.relative(process.cwd(), `${made}/d e`),
  dangling: `${made}/dangling`,
  file: `${made}/file`,
  missing: `${made}/missing`,
  empty: "",
  encoded: `${made}/d%20e`,
  url: new URL(`file://${made}/d%20e`),
  "url text": `file://${made}/d%20e`,
  number: 1,
  null: null,
  undefined: undefined,
  true: true,
  array: [`${made}/d e`],
  bytes: Buffer.from(`${made}/d e`),
  boxed: new String(`${made}/d e`),
};
for (const [name, dir] of Object.entries(ways)) {
  await attempt(name, async () => {
    try {
      const server = Bun.serve({ ...listen(), routes: { "/s/*": { dir } }, fetch: () => new Response("fetch") } as any);
      await reply(server, "GET", "/s/a.txt");
      await server.stop(true);
      return "served";
    } catch (error: any) {
      return `${error.name} ${error.code} ${String(error.message).split("\n")[0]?.replaceAll(made, "<made>")}`;
    }
  });
}
for (const [where, value] of Object.entries({
  "/s": { dir: made },
  "/s/": { dir: made },
  "/s*": { dir: made },
  "/*": { dir: made },
  "/:a/*": { dir: made },
  "/s/*/x": { dir: made },
  "/m/*": { GET: { dir: made } },
  "/both/*": { dir: made, GET: new Response("get") },
  "/both2/*": { GET: new Response("get"), dir: undefined },
})) {
  await attempt(where, async () => {
    try {
      const server = Bun.serve({ ...listen(), routes: { [where]: value }, fetch: () => new Response("fetch") } as any);
      await reply(server, "GET", where.replace("*", "file"));
      await server.stop(true);
      return "served";
    } catch (error: any) {
      return `${error.name} ${error.code} ${String(error.message).split("\n")[0]?.replaceAll(made, "<made>")}`;
    }
  });
}
