/** What `--help` prints. */
export const USAGE = `Runs programs written for Bun.serve on Node.js.

Usage: bunshim [run] [flags] <file> [arguments]
       bunshim run <script of package.json> [arguments]
       bunshim -e <code> [arguments]
       bunshim - [arguments]            (the program comes on standard input)
       bunshim <file.html>... [--port=<number>] [--host=<name>] [--console]
       bunshim doctor

Flags, in front of the file:
  --port=<number>      Port that Bun.serve takes where neither the program nor PORT names one
  --env-file=<path>    Load this file instead of .env (may be repeated)
  --no-env-file        Load no .env file
  --cwd=<folder>       Change to this folder first
  -r, --preload=<file> Load this module before the program (may be repeated; also --require, --import)
  -e, --eval=<code>    Run this code
  -p, --print=<code>   Run this code and print its result
  --watch              Start the program anew when one of its files changes
  --hot                Evaluate the program anew in the same process; servers keep their connections
  --no-clear-screen    Keep what the terminal shows when the program starts anew
  --watch-kill-signal=<name>  Signal that a watched program gets before it ends (default: SIGTERM)
  --console-depth=<n>  Levels of objects that console.log shows (default: 2; 0: all)
  --silent             Do not print the commands of package scripts
  --if-present         End well where there is no such file or script
  --title=<text>       Title of the process
  -v, --version        Print the version of bunshim
  -h, --help           Print this

Flags of Bun that have no meaning on Node.js, such as --bun, --smol and --no-install, are taken and do nothing.
Flags of Node.js work as in "node --inspect --import bunshim/register <file>".

"bunshim doctor" tells which engine serves on this machine, and why others do not.`;
