// @covers Serve.HostnamePortServeOptions.tls
// Files that are empty, missing or folders, and slices: Bun reads the whole file.
import { mkdirSync, writeFileSync } from "node:fs";
import { certificate, certificateFile, serveTls } from "./_tls.ts";

writeFileSync("empty", "");
mkdirSync("folder");
for (const name of ["key", "cert", "ca"]) {
  const file = certificateFile(name === "key" ? "key.pem" : "cert.pem");
  for (const [kind, value] of [
    ["empty", Bun.file("empty")],
    ["empty in an array", [Bun.file("empty")]],
    ["empty bytes", new Uint8Array(0)],
    ["empty text", ""],
    ["missing", Bun.file("missing")],
    ["missing in an array", [Bun.file("missing")]],
    ["folder", Bun.file("folder")],
    ["slice", Bun.file(file).slice(0, 20)],
    ["Blob", new Blob(["x"])],
    ["bytes", Buffer.from(await Bun.file(file).text())],
    ["DataView", new DataView(await Bun.file(file).arrayBuffer())],
  ] as const)
    await serveTls(`${name} ${kind}`, { tls: { ...certificate(""), [name]: value } });
}
