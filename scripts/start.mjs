/**
 * `npm start`: runs the first example of Bun's page about its server, unmodified, on Node.js.
 *
 * The example is taken from the installed `bun-types` each time; nothing of it is stored here.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, "node_modules/bun-types/docs/runtime/http/server.mdx");
const folder = join(root, ".cache/start");

const example = /```ts[^\n]*\n(.*?)\n```/s.exec(readFileSync(page, "utf8"))?.[1];
if (example === undefined) throw new Error(`${page} holds no TypeScript example`);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "index.ts"), `${example}\n`);
writeFileSync(join(folder, "favicon.ico"), icon());

const base = `http://localhost:${process.env.PORT ?? 3000}`;
console.log(
  `The first example of ${page.slice(root.length + 1)}, in ${folder.slice(root.length + 1)}/index.ts.`,
);
console.log("Try, in another terminal:\n");
for (const command of commands(example)) console.log(`  ${command}`);
console.log("\nCtrl-C ends it.\n");

// In this process, as the command line does it: signals and the exit code are the program's.
process.chdir(folder);
const cli = join(root, "dist/cli.js");
process.argv = [process.execPath, cli, "index.ts"];
await import(pathToFileURL(cli).href);

/** One curl command per route and method, and one for a path that no route matches. */
function commands(source) {
  const routes = [...source.matchAll(/^\s+"(\/[^"]*)":(.*(?:\n\s{6,}.*)*)/gm)];
  const lines = routes.flatMap(([, path, handler]) => {
    const url = base + path.replace(/:\w+/g, "42").replace(/\*$/, "anything");
    const methods = [...handler.matchAll(/^\s+(GET|POST|PUT|PATCH|DELETE):/gm)].map(([, method]) => method);
    return (methods.length === 0 ? ["GET"] : methods).map((method) => curl(method, url));
  });
  return [...lines, curl("GET", `${base}/no/such/path`)];
}

function curl(method, url) {
  if (method === "GET") return url.endsWith(".ico") ? `curl -i -o favicon.ico ${url}` : `curl -i ${url}`;
  return `curl -i -X ${method} -H 'content-type: application/json' -d '{"title":"hello"}' ${url}`;
}

/** A 1 × 1 icon: the directory entry, a bitmap header, one orange pixel and its mask. */
function icon() {
  const bytes = Buffer.alloc(22 + 40 + 4 + 4);
  bytes.writeUInt16LE(1, 2);
  bytes.writeUInt16LE(1, 4);
  bytes.set([1, 1], 6);
  bytes.writeUInt16LE(1, 10);
  bytes.writeUInt16LE(32, 12);
  bytes.writeUInt32LE(48, 14);
  bytes.writeUInt32LE(22, 18);
  bytes.writeUInt32LE(40, 22);
  bytes.writeInt32LE(1, 26);
  bytes.writeInt32LE(2, 30);
  bytes.writeUInt16LE(1, 34);
  bytes.writeUInt16LE(32, 36);
  bytes.set([0x20, 0x80, 0xff, 0xff], 62);
  return bytes;
}
