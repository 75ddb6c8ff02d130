// @covers fetch
// Files by their URLs; and requests that may have no content.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { attempt } from "../../client.ts";
const folder = mkdtempSync(join(tmpdir(), "compat-fetch-"));
const path = join(folder, "a b#c.html");
writeFileSync(path, "<p>hello");
const url = pathToFileURL(path);
const shown = async (response: Response) => [response.status, response.url.replace(folder, ""), response.headers.get("content-type"), response.ok, response.redirected, response instanceof Response, await response.text()];
await attempt("text", async () => shown(await fetch(url.href)));
await attempt("URL", async () => shown(await fetch(url)));
await attempt("request", async () => shown(await fetch(new Request(url))));
await attempt("POST", async () => shown(await fetch(url, { method: "POST", body: "x" })));
await attempt("HEAD", async () => shown(await fetch(url, { method: "HEAD" })));
await attempt("query", async () => shown(await fetch(`${url.href}?a=b#c`)));
await attempt("upper case", async () => shown(await fetch(url.href.replace("file:", "FILE:"))));
await attempt("missing", async () => (await fetch(pathToFileURL(join(folder, "missing.txt")))).status);
await attempt("host", () => fetch("file://other.host/a"));
await attempt("slash", () => fetch("file:///a%2fb"));
await attempt("import.meta.url", async () => (await (await fetch(import.meta.url)).text()).includes("by their URLs"));
const server = Bun.serve({ port: 0, fetch: () => fetch(url) });
await attempt("reply", async () => { const response = await fetch(server.url); return [response.headers.get("content-type"), response.headers.get("content-length"), await response.text()]; });
for (const method of ["GET", "HEAD"]) await attempt(`${method} with content`, () => fetch(server.url, { method, body: "x" }));
await server.stop(true);
rmSync(folder, { recursive: true });
