import { basename } from "node:path";
export function describe() {
  return [import.meta.main, import.meta.file, basename(import.meta.dir), basename(Bun.main)].join(" ");
}
