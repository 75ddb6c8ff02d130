import { parseArgs } from "node:util";

const HELP = `Soaks a server: clients that come, leave, dawdle, upload and break off at random, while every byte is
checked. Fails on a crash, a hung connection, a wrong byte, growing memory or a descriptor left open.

  npm run soak -- [--seconds N] [--clients N] [--wire uws,node] [--seed N]

  --seconds N      how long on each wire (default 600)
  --clients N      clients at a time (default 32)
  --wire uws,node  only these wires, one after the other
  --seed N         what the clients do by chance is the same for the same seed (default 1)
  --help           show this text
`;

const WIRES = ["uws", "node"];

export interface SoakOptions {
  readonly seconds: number;
  readonly clients: number;
  readonly wires: readonly string[];
  readonly seed: number;
}

/** What the command line asks for; undefined where it asks for help, or for what there is not. */
export function readOptions(): SoakOptions | undefined {
  try {
    const { values } = parseArgs({
      options: {
        seconds: { type: "string", default: "600" },
        clients: { type: "string", default: "32" },
        wire: { type: "string", default: WIRES.join(",") },
        seed: { type: "string", default: "1" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      process.stdout.write(HELP);
      return undefined;
    }
    return {
      seconds: positive("seconds", values.seconds),
      clients: positive("clients", values.clients),
      wires: values.wire.split(",").map(known),
      seed: positive("seed", values.seed),
    };
  } catch (error) {
    process.stderr.write(`soak: ${error instanceof Error ? error.message : error}; --help shows how\n`);
    process.exitCode = 1;
    return undefined;
  }
}

function positive(option: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`--${option} takes a whole number above 0, not "${text}"`);
}

function known(wire: string): string {
  if (WIRES.includes(wire)) return wire;
  throw new Error(`--wire does not know "${wire}"; it knows ${WIRES.join(", ")}`);
}
