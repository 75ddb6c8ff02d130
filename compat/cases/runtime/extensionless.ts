// Paths without extension, of compiled output, of folders.
import { describe } from "./_described";
import { describe as js } from "./_described.js";
import { where } from "./_folder";
import { where as slash } from "./_folder/";
import { where as index } from "./_folder/index";
console.log(describe === js, where, slash, index);
const dynamic = "./_described";
console.log((await import(dynamic)).describe === describe, (await import(`${dynamic}.ts`)).describe === describe);
for (const specifier of ["./no-such-file", "./no-such-file.ts", "no-such-package", "no-such-package/sub"]) {
  try {
    await import(specifier);
  } catch (error: any) {
    console.log(error.name, error.code, error.message.replace(import.meta.path, "<path>"));
  }
}
