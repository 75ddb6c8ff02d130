// Tries the release as a newcomer would: the packed tarball, installed in an empty folder, by each door.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "bunshim-smoke-"));
const project = join(import.meta.dirname, "..");

const SERVER = `
const server = Bun.serve({
  port: 0,
  routes: { "/hello/:name": (req: Request & { params: { name: string } }) => new Response("hello " + req.params.name) },
  fetch: () => new Response("not found", { status: 404 }),
});
console.log(server.url.href);
`;
const LIBRARY = `
import { serve, file } from "bunshim";
if ("Bun" in globalThis) throw new Error("the library installed a global");
const server = serve({
  port: 0,
  routes: { "/hello/:name": (req) => new Response("hello " + req.params.name), "/file": file("package.json"), "/health": new Response("OK") },
  fetch: () => new Response("not found", { status: 404 }),
});
console.log(server.url.href);
`;
const EXPORTED = `
export default { port: 0, fetch: (req: Request) => new Response("hello " + new URL(req.url).pathname.split("/").at(-1)) };
`;

/** Runs a server program, asks it, and ends it. */
async function tryProgram(name, args) {
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  let printed = "";
  const url = await new Promise((resolve, reject) => {
    child.stdout.on("data", (bytes) => {
      printed += bytes;
      const found = /https?:\/\/\S+/.exec(printed)?.[0];
      if (found !== undefined && printed.includes("\n")) resolve(found);
    });
    exited.then(([code]) =>
      reject(new Error(`${name}: ended with ${code}, printed ${JSON.stringify(printed)}`)),
    );
    setTimeout(
      () => reject(new Error(`${name}: printed no URL in 20 s: ${JSON.stringify(printed)}`)),
      20_000,
    ).unref();
  });
  const response = await fetch(new URL("/hello/world", url.replace("0.0.0.0", "localhost")));
  const text = await response.text();
  if (response.status !== 200 || text !== "hello world") {
    throw new Error(`${name}: answered ${response.status} ${JSON.stringify(text)}`);
  }
  child.kill("SIGTERM");
  await exited;
  console.log(`smoke: ${name} ok`);
}

try {
  console.log("smoke: packing");
  const [packed] = JSON.parse(
    execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
      cwd: project,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
  console.log(
    `smoke: ${packed.filename}, ${packed.files.length} files, ${Math.round(packed.size / 1024)} KiB`,
  );
  writeFileSync(join(folder, "package.json"), '{ "name": "newcomer", "private": true, "type": "module" }');
  writeFileSync(join(folder, "server.ts"), SERVER);
  writeFileSync(join(folder, "library.mjs"), LIBRARY);
  writeFileSync(join(folder, "exported.ts"), EXPORTED);
  execFileSync("npm", ["install", "--no-audit", "--no-fund", join(folder, packed.filename)], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const cli = join(folder, "node_modules", ".bin", "bunshim");
  const version = execFileSync(cli, ["--version"], { encoding: "utf8" });
  console.log(`smoke: ${version.trim().split("\n").join("; ")}`);
  await tryProgram("bunshim server.ts", [cli, "server.ts"]);
  await tryProgram("bunshim exported.ts", [cli, "exported.ts"]);
  await tryProgram("node --import bunshim/register server.ts", ["--import", "bunshim/register", "server.ts"]);
  await tryProgram('import "bunshim"', ["library.mjs"]);
  console.log("smoke: all doors open");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
