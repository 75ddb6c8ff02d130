// @covers Bun.fileURLToPath
// @covers Bun.pathToFileURL
import { attempt } from "./_print.ts";

process.chdir("/");
for (const url of ["file:///a/b%20c", "http://host", new URL("file:///a%23"), 1, undefined, "file://host/a", "/a", "file:///a%2fb"]) await attempt(`path of ${String(url)}`, () => Bun.fileURLToPath(url as string));
for (const path of ["/a b#c?", "a", "a/../b", "", "file:///a"]) await attempt(`url of ${path}`, () => Bun.pathToFileURL(path).href);
