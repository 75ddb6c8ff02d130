/**
 * Everything in the namespace `Bun`, under its name there: the one list behind `Bun.file`,
 * `import { file } from "bun"` and `import { file } from "bunshim"`. What is not here is absent.
 */
export { isMainThread } from "node:worker_threads";
export { serve } from "../serve/serve.js";
export { Cookie } from "../web/cookie.js";
export { CookieMap } from "../web/cookie-map.js";
export { ArrayBufferSink } from "./array-buffer-sink.js";
export { allocUnsafe, concatArrayBuffers } from "./array-buffers.js";
export { build } from "./build/build.js";
export {
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateSync,
  zstdCompress,
  zstdCompressSync,
  zstdDecompress,
  zstdDecompressSync,
} from "./compression.js";
export { CryptoHasher } from "./crypto-hasher.js";
export { CSRF } from "./csrf.js";
export { JSON5 } from "./data/json5.js";
export { JSONC } from "./data/jsonc.js";
export { JSONL } from "./data/jsonl.js";
export { TOML } from "./data/toml.js";
export { YAML } from "./data/yaml.js";
export { deepEquals, deepMatch } from "./deep-equals.js";
export { dns } from "./dns.js";
export { escapeHTML } from "./escape-html.js";
export { file } from "./file.js";
export { FileSystemRouter } from "./file-system-router.js";
export { fileURLToPath, pathToFileURL } from "./file-url.js";
export { Glob } from "./glob/glob.js";
export { hash } from "./hash/hash.js";
export { MD4, MD5, SHA1, SHA224, SHA256, SHA384, SHA512, SHA512_256, sha } from "./hashers.js";
export { indexOfLine } from "./index-of-line.js";
export { inspect } from "./inspect/inspect.js";
export { connect } from "./net/connect.js";
export { listen } from "./net/listen.js";
export { password } from "./password.js";
export { peek } from "./peek.js";
export {
  argv,
  cwd,
  embeddedFiles,
  enableANSIColors,
  env,
  gc,
  isStandaloneExecutable,
  main,
  nanoseconds,
  origin,
  revision,
  version,
  version_with_sha,
} from "./process-facts.js";
export {
  readableStreamToArray,
  readableStreamToArrayBuffer,
  readableStreamToBlob,
  readableStreamToBytes,
  readableStreamToFormData,
  readableStreamToJSON,
  readableStreamToText,
} from "./readable-stream.js";
export { resolve, resolveSync } from "./resolve.js";
export { semver } from "./semver.js";
export { $ } from "./shell/shell.js";
export { sleep, sleepSync } from "./sleep.js";
export { spawn } from "./spawn/spawn.js";
export { spawnSync } from "./spawn/spawn-sync.js";
export { SQL, sql } from "./sql/sql.js";
export { stderr, stdin, stdout } from "./standard-streams.js";
export { stringWidth } from "./string-width.js";
export { stripANSI } from "./strip-ansi.js";
export { randomUUIDv5, randomUUIDv7 } from "./uuid.js";
export { which } from "./which.js";
export { writeFile as write } from "./write.js";
