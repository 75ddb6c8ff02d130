import process from "node:process";
import { nodeWire } from "./node/wire.js";
import { loadEngine, type Refusal } from "./uws/engine.js";
import { obstacleFor } from "./uws/limits.js";
import { uwsWire } from "./uws/wire.js";
import type { ListenOptions, Wire } from "./wire.js";

let noticed = false;

/**
 * The wire that serves: uWebSockets.js where a build of it loads and suits, else node:http. That no build
 * loads is said once, in a line on stderr; options that the engine does not have take node:http silently. The environment variable `BUNSHIM_WIRE` (`uws` or `node`) forces
 * one, without that line.
 * @throws {Error} for another value, and when `uws` is forced but does not load, or cannot serve these options
 */
export function selectWire(options?: ListenOptions): Wire {
  const forced = process.env["BUNSHIM_WIRE"];
  if (forced === "node") return nodeWire();
  if (forced !== undefined && forced !== "" && forced !== "uws") {
    throw new Error(`BUNSHIM_WIRE must be "uws" or "node", not ${JSON.stringify(forced)}`);
  }
  const obstacle = obstacleFor(options);
  if (obstacle !== null && forced !== "uws") return nodeWire();
  const { uws, refusals } = loadEngine();
  if (uws !== null && obstacle === null) return uwsWire();
  if (uws !== null) {
    throw new Error(`BUNSHIM_WIRE=uws, but ${obstacle}. Without BUNSHIM_WIRE, node:http serves it.`);
  }
  if (forced === "uws") {
    throw new Error(`BUNSHIM_WIRE=uws, but no uWebSockets.js runs here: ${explain(refusals)}`);
  }
  if (!noticed) {
    noticed = true;
    process.stderr.write(
      `bunshim: no uWebSockets.js runs here, so the slower node:http serves: ${explain(refusals)} BUNSHIM_WIRE=node hides this line.\n`,
    );
  }
  return nodeWire();
}

/** `A needs X; B has no Y. To fix it, do this, or do that.` */
function explain(refusals: readonly Refusal[]): string {
  const reasons = refusals.map(({ candidate, reason }) => `${candidate} ${reason}`).join("; ");
  const fixes = [...new Set(refusals.flatMap(({ fix }) => fix ?? []))].join(", or ");
  return fixes === "" ? `${reasons}.` : `${reasons}. To fix it, ${fixes}.`;
}
