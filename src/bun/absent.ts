/**
 * Members of Bun that are not here, and what does their work on Node.js. They are absent from the namespace, so that
 * programs can ask whether they are there; errors that come of it say what to do.
 */
export const ABSENT: Readonly<Record<string, string>> = {
  Archive: "the package tar reads and writes archives",
  FFI: "the package koffi calls libraries",
  FetchSession: "fetch keeps connections by itself",
  Image: "the package sharp reads and writes pictures",
  MD4: "OpenSSL has no MD4 here",
  ModuleGraph: "esbuild tells what imports what (metafile)",
  RedisClient: "the packages redis and ioredis talk to Redis",
  S3Client: "the package @aws-sdk/client-s3 talks to S3",
  Terminal: "the package node-pty opens terminals",
  Transpiler: "the package esbuild compiles (transform)",
  WebView: "the package playwright drives browsers",
  XML: "the package fast-xml-parser reads XML",
  color: "the package culori converts colours",
  cron: "the package croner runs jobs at times",
  generateHeapSnapshot: "node:v8 writes it (v8.writeHeapSnapshot)",
  jest: "vitest and node:test run tests",
  markdown: "the package marked renders Markdown",
  mmap: "Bun.file(path).bytes() reads a file",
  openInEditor: "the package launch-editor opens files",
  plugin: "node:module has hooks for imports (module.registerHooks)",
  postgres: "Bun.SQL talks to PostgreSQL",
  redis: "the packages redis and ioredis talk to Redis",
  registerMacro: "macros run at build time only",
  s3: "the package @aws-sdk/client-s3 talks to S3",
  secrets: "the package @napi-rs/keyring reads the keys of the system",
  shrink: "V8 gives memory back by itself",
  sliceAnsi: "the package slice-ansi does it",
  udpSocket: "node:dgram sends and receives (dgram.createSocket)",
  unsafe: "it reaches into Bun's own engine",
  wrapAnsi: "the package wrap-ansi does it",
  zstdCompress: "node:zlib has Zstandard from Node.js 22.15 on",
  zstdCompressSync: "node:zlib has Zstandard from Node.js 22.15 on",
  zstdDecompress: "node:zlib has Zstandard from Node.js 22.15 on",
  zstdDecompressSync: "node:zlib has Zstandard from Node.js 22.15 on",
};

/** Globals of Bun that are not here. */
const ABSENT_GLOBALS: Readonly<Record<string, string>> = {
  HTMLRewriter: "the package html-rewriter-wasm is it for Node.js",
  URLPattern: "Node.js has it from version 24 on, the package urlpattern-polyfill before",
  Temporal: "the package temporal-polyfill is it",
};

/** Where users read what is there and what is not. */
export const COMPATIBILITY_PAGE = "https://www.npmjs.com/package/bunshim#compatibility";

/** A line that says what to do without a member; empty where it is there. */
export function absenceNote(name: string): string {
  const bun: unknown = Reflect.get(globalThis, "Bun");
  if (typeof bun !== "object" || bun === null || name in bun) return "";
  const instead = Object.hasOwn(ABSENT, name) ? `: ${ABSENT[name]}` : ` yet. See ${COMPATIBILITY_PAGE}`;
  return `note: bunshim has no Bun.${name}${instead}\n`;
}

/** As {@link absenceNote}, for the message of a ReferenceError. */
export function noteOfReference(message: string): string {
  const name = /^(\w+) is not defined$/.exec(message)?.[1] ?? "";
  return Object.hasOwn(ABSENT_GLOBALS, name) ? `note: bunshim has no ${name}: ${ABSENT_GLOBALS[name]}\n` : "";
}

/** How programs name a member of Bun. */
const MENTION = /\bBun\.([\w$]+)/g;

/**
 * As {@link absenceNote}, for the first member that is not there of those that an error mentions.
 *
 * @param texts the error's message, and the line of source where it was thrown
 */
export function noteOfMention(texts: readonly string[]): string {
  const names = texts.flatMap((text) => Array.from(text.matchAll(MENTION), ([, name = ""]) => name));
  return names.map(absenceNote).find((note) => note !== "") ?? "";
}
