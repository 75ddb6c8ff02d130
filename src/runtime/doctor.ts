import { arch, platform, release } from "node:os";
import { loadEngine } from "../wire/uws/engine.js";
import { packageVersion } from "./version.js";

/** What `bunshim doctor` prints: the machine, the engine that serves here, why others do not, what to know. */
export function diagnose(): string {
  const engine = loadEngine();
  const forced = process.env["BUNSHIM_WIRE"];
  const lines = [
    `bunshim   ${packageVersion()}`,
    `Node.js   ${process.version} (${process.execPath})`,
    `system    ${platform()} ${arch()}, kernel ${release()}`,
    `libc      ${libc()}`,
  ];
  const usesNode = forced === "node" || engine.uws === null;
  lines.push(
    usesNode
      ? `engine    node:http${forced === "node" ? " (BUNSHIM_WIRE=node)" : ""}`
      : `engine    uWebSockets.js ${engine.version} (${engine.source})`,
  );
  for (const { candidate, reason, fix } of engine.refusals) {
    lines.push(`not used  ${candidate}: ${reason}${fix === undefined ? "" : `; to use it, ${fix}`}`);
  }
  if (usesNode) return lines.join("\n");
  return `${lines.join("\n")}\n\n${HAZARD}`;
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
