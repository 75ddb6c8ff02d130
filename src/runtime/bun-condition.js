// What `import … from "bunshim"` means under Bun (package export condition "bun"): Bun's own module.
export * from "bun";
export { default } from "bun";
export const { Headers, Request, Response } = globalThis;
