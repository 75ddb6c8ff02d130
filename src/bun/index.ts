import { file } from "./file.js";
import { stderr, stdin, stdout } from "./standard-streams.js";
import { writeFile } from "./write.js";

export const Bun = { file, write: writeFile, stdin, stdout, stderr };
