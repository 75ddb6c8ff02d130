import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { differences } from "../differences.js";
import { cached, store } from "./cache.js";
import type { Case } from "./cases.js";
import { casesFolder, contentKey, recordFile } from "./cases.js";
import { diff } from "./diff.js";
import { mask } from "./mask.js";
import type { Outcome } from "./program.js";
import { run } from "./program.js";
import type { Runtime, Transport, Wire } from "./runtimes.js";
import { preloaded, root } from "./runtimes.js";

/** How one case or document block went on one wire. */
export interface Result {
  id: string;
  /** The area of a case, or `docs`. */
  area: string;
  wire: Wire;
  passed: boolean;
  /** What differs, when it failed. */
  detail: string;
}

/** What both runtimes printed, masked and joined into one text. */
function transcript(program: Case, outcome: Outcome, cwd: string): string {
  const folders = { cwd, cases: casesFolder, root };
  let text = mask(outcome.stdout, folders);
  if (program.comparesStderr) text += `--- stderr ---\n${mask(outcome.stderr, folders)}`;
  return `${text}--- exit ${outcome.timedOut ? "never" : outcome.code} ---\n`;
}

/** How much longer a case may take whose connections begin with a handshake of TLS each. */
const HANDSHAKES = 4;

/** Runs a case on one runtime in a fresh folder of its own; the transcript and the standard error. */
async function perform(program: Case, runtime: Runtime, transport: Transport): Promise<Stored> {
  const cwd = realpathSync(mkdtempSync(path.join(os.tmpdir(), "compat-")));
  try {
    const outcome = await run({
      command: runtime.command,
      args: [...runtime.args, program.file],
      cwd,
      env: { ...runtime.env, BUNSHIM_TRANSPORT: transport, ...program.env },
      limit: program.limit * (transport === "tls" ? HANDSHAKES : 1),
    });
    return {
      transcript: transcript(program, outcome, cwd),
      stderr: mask(outcome.stderr, { cwd, root }),
      timedOut: outcome.timedOut,
    };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

interface Stored {
  transcript: string;
  stderr: string;
  timedOut: boolean;
}

function isStored(value: unknown): value is Stored {
  return typeof value === "object" && value !== null && "transcript" in value && "stderr" in value;
}

/** What a run of cases depends on, beyond the case. */
export interface CaseSettings {
  reference: Runtime;
  referenceVersion: string;
  transport: Transport;
  /** Reuse the reference's answers from an earlier run. */
  cache: boolean;
  /** Write the output of cases with listed differences instead of comparing it. */
  record: boolean;
}

/** The reference's transcript of a case. */
export async function expectation(program: Case, settings: CaseSettings): Promise<Stored> {
  const preload = preloaded(settings.transport);
  const key = contentKey(program.file, `${settings.referenceVersion} ${settings.transport}`, preload);
  const known = settings.cache ? cached(key, isStored) : undefined;
  if (known) return known;
  const fresh = await perform(program, settings.reference, settings.transport);
  if (!fresh.timedOut) store(key, fresh);
  return fresh;
}

/** What a case with a listed difference says; over another transport mostly the same as over TCP. */
function readRecord({ file }: Case, wire: Wire, transport: Transport): string | undefined {
  const found = [recordFile(file, wire, transport), recordFile(file, wire)].find(existsSync);
  return found === undefined ? undefined : readFileSync(found, "utf8");
}

function writeRecord({ file }: Case, wire: Wire, transport: Transport, transcript: string): void {
  const common = recordFile(file, wire);
  const own = recordFile(file, wire, transport);
  rmSync(own, { force: true });
  if (!existsSync(common) || readFileSync(common, "utf8") !== transcript) writeFileSync(own, transcript);
}

/** Runs a case on one wire and compares it with what the reference said. */
export async function judge(
  program: Case,
  runtime: Runtime & { name: Wire },
  expected: Stored,
  settings: CaseSettings,
): Promise<Result> {
  const wire = runtime.name;
  const verdict = { id: program.id, area: program.area, wire };
  if (expected.timedOut)
    return { ...verdict, passed: false, detail: "The case does not end on Bun itself: it is broken." };
  const actual = await perform(program, runtime, settings.transport);
  const difference = program.differences.get(wire)?.join(", ");
  let wanted = expected.transcript;
  if (difference !== undefined) {
    if (settings.record) writeRecord(program, wire, settings.transport, actual.transcript);
    const recorded = readRecord(program, wire, settings.transport);
    if (recorded === undefined)
      return {
        ...verdict,
        passed: false,
        detail: `No record of the listed difference ${difference}: --record it.`,
      };
    wanted = recorded;
    const isSometimes = program.differences
      .get(wire)
      ?.some((id) => differences.find((one) => one.id === id)?.sometimes);
    if (isSometimes && actual.transcript === expected.transcript)
      return { ...verdict, passed: true, detail: "" };
    if (wanted === expected.transcript)
      return {
        ...verdict,
        passed: false,
        detail: `Equals Bun: the listed difference ${difference} is none.`,
      };
  }
  if (actual.transcript === wanted) return { ...verdict, passed: true, detail: "" };
  const errors = actual.stderr.trim().split("\n").slice(0, 12).join("\n");
  return {
    ...verdict,
    passed: false,
    detail: diff(wanted, actual.transcript) + (errors ? `\nstderr: ${errors}` : ""),
  };
}
