// A file with a syntax error can be caught where it is imported.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
const file = join(process.cwd(), "broken.ts");
writeFileSync(file, "const a = 1;\nlet b: string = ;\n");
try {
  await import(file);
} catch (error: any) {
  console.log(error instanceof Error, typeof error.message);
}
