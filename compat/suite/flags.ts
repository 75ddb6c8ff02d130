import os from "node:os";
import { parseArgs } from "node:util";
import type { Transport, Wire } from "./runtimes.js";
import { transports, wires } from "./runtimes.js";

/** What the command line asks for. */
export interface Flags {
  wires: Wire[];
  areas: string[];
  cases: string[];
  /** Every so-many-th case, from one on: the first of `of` parts of about equal length has the index 1. */
  shard: { index: number; of: number };
  json: boolean;
  transport: Transport;
  node: string;
  jobs: number;
  check: boolean;
  record: boolean;
  cache: boolean;
  help: boolean;
  /** Only the reference is run: cases are tried out before the subject can run them. */
  bunOnly: boolean;
  /** Markdown files whose blocks are run instead of the suite. */
  documents: string[] | undefined;
}

export const usage = `npm run compat -- [flags]

Runs every case and every example of Bun's own documents on the real Bun and on bunshim, compares the answers,
and writes COMPATIBILITY.md.

  --wire uws,node      only these wires
  --area a,b           only these areas (folders of compat/cases; "docs" is Bun's documents)
  --case text          only cases and blocks whose name contains the text (repeatable)
  --shard N/M          only the Nth of M parts, each with cases of all areas
  --transport tcp|unix|tls  what the cases listen on (default tcp)
  --node PATH          the Node to run bunshim with (default: this one)
  --jobs N             processes at a time (default: cores + 1)
  --json               one JSON document on stdout instead of lines
  --check              write nothing; fail when COMPATIBILITY.md is stale or a green row turned red
  --record             write down the output of cases with a listed difference
  --no-cache           ask the real Bun again
  --bun                print what the real Bun says, and stop
  --docs FILE…         run the code blocks of these Markdown files instead
  --help
`;

/** Reads the command line; throws an error that names the flag. */
export function readFlags(argv: string[]): Flags {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      wire: { type: "string", multiple: true },
      area: { type: "string", multiple: true },
      case: { type: "string", multiple: true },
      shard: { type: "string", default: "1/1" },
      transport: { type: "string", default: "tcp" },
      node: { type: "string", default: process.execPath },
      jobs: { type: "string", default: String(os.availableParallelism() + 1) },
      json: { type: "boolean", default: false },
      check: { type: "boolean", default: false },
      record: { type: "boolean", default: false },
      "no-cache": { type: "boolean", default: false },
      bun: { type: "boolean", default: false },
      docs: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const list = (given: string[] | undefined): string[] => (given ?? []).flatMap((text) => text.split(","));
  const chosen = list(values.wire);
  for (const name of chosen)
    if (!wires.some((wire) => wire === name))
      throw new Error(`--wire: ${name} is none of ${wires.join(", ")}`);
  const transport = transports.find((one) => one === values.transport);
  if (transport === undefined)
    throw new Error(`--transport: ${values.transport} is none of ${transports.join(", ")}`);
  const [index = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(values.shard) ?? []).slice(1).map(Number);
  if (index < 1 || index > of) throw new Error(`--shard: ${values.shard} is no part such as 1/4`);
  const jobs = Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1) throw new Error(`--jobs: ${values.jobs} is no positive number`);
  if (values.docs && positionals.length === 0) throw new Error("--docs: name at least one Markdown file");
  if (!values.docs && positionals.length > 0)
    throw new Error(`What is ${positionals.join(" ")}? See --help.`);
  return {
    wires: wires.filter((wire) => chosen.length === 0 || chosen.includes(wire)),
    areas: list(values.area),
    cases: list(values.case),
    shard: { index, of },
    json: values.json,
    transport,
    node: values.node,
    jobs,
    check: values.check,
    record: values.record,
    cache: !values["no-cache"],
    help: values.help,
    bunOnly: values.bun,
    documents: values.docs ? positionals : undefined,
  };
}
