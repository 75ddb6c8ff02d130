import { arch, platform, release } from "node:os";
import { loadEngine } from "../wire/uws/engine.js";
import { packageVersion } from "./version.js";

/** What `bunshim doctor` prints: the machine, the engine that serves here, why others do not, what to know. */
export function diagnose(): string {
  const report = [`bunshim   ${packageVersion()}`, ...machineFacts()].join("\n");
  return serving().startsWith(UWS) ? `${report}\n\n${HAZARD}` : report;
}

/** What `bunshim --version` prints: the version alone in the first line, then what it runs on. */
export function versionReport(): string {
  return [packageVersion(), ...machineFacts()].join("\n");
}

/** Lines that name Node.js, the system, the engine that serves here, and why others do not. */
function machineFacts(): string[] {
  return [
    `Node.js   ${process.version} (${process.execPath})`,
    `system    ${platform()} ${arch()}, kernel ${release()}`,
    `libc      ${libc()}`,
    `engine    ${serving()}`,
    ...loadEngine().refusals.map(
      ({ candidate, reason, fix }) =>
        `not used  ${candidate}: ${reason}${fix === undefined ? "" : `; to use it, ${fix}`}`,
    ),
  ];
}

/** What would serve in this process: the engine, node:http, or nothing where the environment asks for what is not. */
function serving(): string {
  const engine = loadEngine();
  const forced = process.env["BUNSHIM_WIRE"] ?? "";
  if (forced === "node") return "node:http (BUNSHIM_WIRE=node)";
  if (forced !== "" && forced !== "uws") {
    return `none: BUNSHIM_WIRE must be "uws" or "node", not ${JSON.stringify(forced)}`;
  }
  if (engine.uws !== null) return `${UWS} ${engine.version} (${engine.source})`;
  return forced === "uws" ? `none: BUNSHIM_WIRE=uws, but no ${UWS} runs here` : "node:http";
}

const UWS = "uWebSockets.js";

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
