import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** A package that reads a format, loaded at once where it is first needed: `parse` does not wait. */
export function parserPackage<Parser>(name: string): () => Parser {
  let loaded: Parser | undefined;
  return () => {
    const parser: Parser = loaded ?? require(name);
    loaded = parser;
    return parser;
  };
}
