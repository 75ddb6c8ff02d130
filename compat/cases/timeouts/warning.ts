// @covers Serve.Options.idleTimeout
// The limit that nobody chose announces itself, in development, once.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
if (process.argv[2] !== "child") {
  const child = spawn(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), "child"], { stdio: ["ignore", "inherit", "pipe"] });
  let text = "";
  for await (const bytes of child.stderr) text += bytes;
  console.log(text.trim());
} else {
  const server = Bun.serve({ port: 0, development: true, fetch: () => new Promise<Response>(() => {}) });
  await Promise.all([1, 2].map(() => fetch(server.url).catch(() => console.log("cut off"))));
  process.exit(0);
}
