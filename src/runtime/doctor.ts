import { arch, platform, release } from "node:os";
import { loadEngine } from "../wire/uws/engine.js";
import { packageVersion } from "./version.js";

/** What `bunshim doctor` prints: the machine, the engine that serves here, why others do not, what to know. */
export function diagnose(): string {
  const report = [`bunshim   ${packageVersion()}`, ...machineFacts()].join("\n");
  return servesByNode() ? report : `${report}\n\n${HAZARD}`;
}

/** What `bunshim --version` prints: the version alone in the first line, then what it runs on. */
export function versionReport(): string {
  return [packageVersion(), ...machineFacts()].join("\n");
}

function servesByNode(): boolean {
  return process.env["BUNSHIM_WIRE"] === "node" || loadEngine().uws === null;
}

/** Lines that name Node.js, the system, the engine that serves here, and why others do not. */
function machineFacts(): string[] {
  const engine = loadEngine();
  const forced = process.env["BUNSHIM_WIRE"] === "node";
  const serving =
    forced || engine.uws === null
      ? `node:http${forced ? " (BUNSHIM_WIRE=node)" : ""}`
      : `uWebSockets.js ${engine.version} (${engine.source})`;
  return [
    `Node.js   ${process.version} (${process.execPath})`,
    `system    ${platform()} ${arch()}, kernel ${release()}`,
    `libc      ${libc()}`,
    `engine    ${serving}`,
    ...engine.refusals.map(
      ({ candidate, reason, fix }) =>
        `not used  ${candidate}: ${reason}${fix === undefined ? "" : `; to use it, ${fix}`}`,
    ),
  ];
}

const HAZARD = `Behind a reverse proxy: uWebSockets.js misreads three malformed kinds of request (chunk extensions, an
empty header name, a repeated Content-Length). A proxy that passes those on unchanged opens the door to
request smuggling. nginx, HAProxy, Envoy and cloud load balancers reject or repair them. If yours may
not, set BUNSHIM_WIRE=node: node:http then parses every request, as strictly as Bun.`;

function libc(): string {
  if (platform() !== "linux") return "the system's own";
  // A report walks the network interfaces otherwise, and asks for their names.
  Reflect.set(process.report, "excludeNetwork", true);
  const header: unknown = Reflect.get(process.report.getReport(), "header");
  const version: unknown =
    typeof header === "object" && header !== null ? Reflect.get(header, "glibcVersionRuntime") : undefined;
  return typeof version === "string" ? `glibc ${version}` : "musl (or another without a glibc version)";
}
