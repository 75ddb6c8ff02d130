// Bun.main, Bun.argv, process.argv.
import { basename, isAbsolute } from "node:path";
console.log(basename(Bun.main), isAbsolute(Bun.main), Bun.main === import.meta.path, Bun.main === process.argv[1]);
console.log(process.argv.length, Bun.argv.length, isAbsolute(process.argv[0]!), process.argv[0] === process.execPath);
console.log(Bun.argv.every((arg, index) => arg === process.argv[index]));
