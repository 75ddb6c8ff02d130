import { parseArgs } from "node:util";
import { enter } from "./enter.js";
import { ensureNode } from "./node-version.js";
import { fail } from "./progress.js";
import { requireRoot } from "./require-root.js";
import { ensureRoot } from "./root.js";

const HELP = `Runs a command in a Debian 13 system (glibc 2.41) with a chosen Node.js and this checkout.

  npm run debian13 -- [--node MAJOR] [--host] [--] COMMAND [ARGUMENT...]

  --node MAJOR   Node.js major version, from npm (default 24)
  --host         run on this machine's own system instead, with that Node.js and its dependencies
  --help         show this text

The system, the Node.js versions and their node_modules are made once, in .cache/debian13; delete that folder
to start afresh. Needs root on Linux (chroot, mount), and the network the first time.

  npm run debian13 -- --node 26 -- npx vitest run test/wire
  npm run engines                 which engine each Node.js loads, here and in Debian 13
`;

const separator = process.argv.indexOf("--", 2);
const own = separator === -1 ? process.argv.slice(2) : process.argv.slice(2, separator);
const { values, positionals } = parse(own);
const command = separator === -1 ? positionals : process.argv.slice(separator + 1);

if (values.help) {
  process.stdout.write(HELP);
} else {
  if (!/^\d+$/.test(values.node)) fail(`--node wants a major version such as 24, not "${values.node}"`);
  if (command.length === 0) fail("no command given; --help shows how");
  requireRoot();
  ensureRoot();
  ensureNode(values.node);
  process.exitCode = enter({ major: values.node, host: values.host }, command);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        node: { type: "string", default: "24" },
        host: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}; --help shows how`);
  }
}
