import * as zlib from "node:zlib";
import { rangeError, typeError } from "./argument-error.js";
import { bytesOf } from "./file-store.js";

/** Options of `Bun.gzipSync` and `Bun.deflateSync`. */
export interface CompressionOptions {
  /** 0 (none) to 9; -1: the library's own choice. Default: -1 */
  level?: number;
  /** Memory for the work, 1 to 9. Default: 8 */
  memLevel?: number;
  /** The size of the window, as a power of two. */
  windowBits?: number;
  /** How to look for repetitions. */
  strategy?: number;
  /** Both names lead to zlib here. */
  library?: "zlib" | "libdeflate";
}

/** Options of `Bun.gunzipSync` and `Bun.inflateSync`. */
export interface DecompressionOptions {
  /** Which format there is, as zlib has it: -8 to -15 raw, 8 to 15 zlib's own, 24 to 31 gzip, 40 to 47 either. */
  windowBits?: number;
  /** Both names lead to zlib here; they differ in their errors. */
  library?: "zlib" | "libdeflate";
}

/** Options of `Bun.zstdCompress`. */
export interface ZstdOptions {
  /** 1 to 22. Default: 3 */
  level?: number;
}

type Data = string | ArrayBufferView | ArrayBufferLike;
type Bytes = Uint8Array<ArrayBuffer>;

const LEVEL_MAX = 9;
const LIBDEFLATE_LEVEL_MAX = 12;
const WINDOW_MIN = 8;
const WINDOW_MAX = 15;
const GZIP_BITS = 31;
const ZSTD_LEVEL = 3;
const ZSTD_LEVEL_MAX = 22;

/**
 * Compresses to gzip (RFC 1952).
 * @throws `ERR_INVALID_ARG_TYPE`
 * @see https://bun.sh/docs/api/utils#bun-gzipsync
 */
export function gzipSync(data: Data, options?: CompressionOptions): Bytes {
  return plain(zlib.gzipSync(inputOf(data), settings(options)));
}

/** Compresses to raw deflate (RFC 1951), without a header. @throws `ERR_INVALID_ARG_TYPE` */
export function deflateSync(data: Data, options?: CompressionOptions): Bytes {
  return plain(zlib.deflateRawSync(inputOf(data), settings(options)));
}

/** Reads gzip. @throws {Error} when the data is no gzip, or incomplete */
export function gunzipSync(data: Data, options?: DecompressionOptions): Bytes {
  return decoded(data, options, GZIP_BITS);
}

/** Reads raw deflate. @throws {Error} */
export function inflateSync(data: Data, options?: DecompressionOptions): Bytes {
  return decoded(data, options, -WINDOW_MAX);
}

function decoded(data: Data, options: DecompressionOptions | undefined, windowBits: number): Bytes {
  const { library, given } = read("ZlibDecompressionOptions", options);
  const decode = decoderOf(toNumber(given["windowBits"]) ?? windowBits);
  const bytes = inputOf(data);
  if (decode === null) throw new Error("Zlib error: Invalid argument");
  try {
    return plain(decode(bytes));
  } catch (error) {
    if (library === "libdeflate") throw new Error("libdeflate returned an error: bad data", { cause: error });
    const message = error instanceof Error ? error.message : "";
    // Bun gives zlib's own words only where there are some.
    throw new Error(
      message === "" || message === "unexpected end of file" ? "Zlib returned an error" : message,
      {
        cause: error,
      },
    );
  }
}

/** As zlib's inflateInit2 reads the number: the sign and the summand tell the format. */
function decoderOf(windowBits: number): ((bytes: Uint8Array) => Buffer) | null {
  const size = Math.abs(windowBits) % 16;
  if (size !== 0 && size < WINDOW_MIN) return null;
  if (windowBits < 0) return windowBits >= -WINDOW_MAX ? zlib.inflateRawSync : null;
  if (windowBits <= WINDOW_MAX) return zlib.inflateSync;
  if (windowBits <= GZIP_BITS) return zlib.gunzipSync;
  return windowBits <= GZIP_BITS + 16 ? zlib.unzipSync : null;
}

function settings(options: CompressionOptions | undefined): zlib.ZlibOptions {
  const name = "ZlibCompressionOptions";
  const { library, given } = read(name, options);
  const level = toNumber(given["level"]);
  if (library === "libdeflate") {
    if (level !== undefined && !(level >= 0 && level <= LIBDEFLATE_LEVEL_MAX)) {
      const message = `Compression level must be between 0 and ${LIBDEFLATE_LEVEL_MAX} for libdeflate`;
      throw typeError("ERR_INVALID_ARG_TYPE", message);
    }
    return { level: level === undefined ? undefined : Math.min(level, LEVEL_MAX) };
  }
  const memLevel = toNumber(given["memLevel"]);
  const strategy = toNumber(given["strategy"]);
  checkRange(`${name}.memLevel`, memLevel, 1, 9);
  checkRange(`${name}.strategy`, strategy, 0, 4);
  if (level !== undefined && !(level >= -1 && level <= LEVEL_MAX)) {
    throw new Error("Zlib error: Invalid argument");
  }
  return { level, memLevel, strategy };
}

interface Given {
  readonly library: "zlib" | "libdeflate";
  readonly given: Record<string, unknown>;
}

/** @param name of the options, for errors */
function read(name: string, options: unknown): Given {
  if (options === undefined) return { library: "zlib", given: {} };
  if (!isObject(options)) throw typeError("ERR_INVALID_ARG_TYPE", `${name} must be an object`);
  const library = options["library"] ?? "zlib";
  if (typeof library !== "string")
    throw typeError("ERR_INVALID_ARG_TYPE", `${name}.library must be a string`);
  if (library !== "zlib" && library !== "libdeflate") {
    throw typeError("ERR_INVALID_ARG_TYPE", "Expected library to be one of 'zlib' or 'libdeflate'");
  }
  return { library, given: options };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** What is there becomes an integer, by hook or by crook. */
function toNumber(value: unknown): number | undefined {
  return value === undefined ? undefined : Math.trunc(Number(value)) || 0;
}

function checkRange(name: string, value: number | undefined, least: number, most: number): void {
  if (value === undefined || (value >= least && value <= most)) return;
  throw rangeError(name, `>= ${least} && <= ${most}`, value);
}

function inputOf(data: unknown): Uint8Array {
  const bytes = typeof data === "string" ? Buffer.from(data) : bytesOf(data);
  if (bytes !== null) return bytes;
  throw typeError("ERR_INVALID_ARG_TYPE", "data must be a string, ArrayBuffer or ArrayBufferView");
}

function plain(buffer: Buffer): Bytes {
  return new Uint8Array(buffer);
}

/** What Node's zlib has since 22.15 and 23.8. */
interface Zstd {
  zstdCompressSync(data: Uint8Array, options?: object): Buffer;
  zstdDecompressSync(data: Uint8Array): Buffer;
  zstdCompress(data: Uint8Array, options: object, done: (error: Error | null, result: Buffer) => void): void;
  zstdDecompress(data: Uint8Array, done: (error: Error | null, result: Buffer) => void): void;
}

const zstd = hasZstd(zlib) ? zlib : undefined;

/** Compresses to Zstandard (RFC 8878). Undefined where Node has no Zstandard. @throws `ERR_INVALID_ARG_TYPE` */
export const zstdCompressSync: ((data: Data, options?: ZstdOptions) => Buffer) | undefined =
  zstd && ((data, options) => zstd.zstdCompressSync(inputOf(data), zstdSettings(options)));

/** Reads Zstandard. @throws `ERR_ZSTD` */
export const zstdDecompressSync: ((data: Data) => Buffer) | undefined =
  zstd &&
  ((data) => {
    const bytes = inputOf(data);
    try {
      return zstd.zstdDecompressSync(bytes);
    } catch (error) {
      throw zstdError(error);
    }
  });

/** {@link zstdCompressSync} in another thread. */
export const zstdCompress: ((data: Data, options?: ZstdOptions) => Promise<Buffer>) | undefined =
  zstd &&
  ((data, options) => {
    const bytes = inputOf(data);
    const wanted = zstdSettings(options);
    return new Promise((resolve, reject) => {
      zstd.zstdCompress(bytes, wanted, (error, result) => (error === null ? resolve(result) : reject(error)));
    });
  });

/** {@link zstdDecompressSync} in another thread. */
export const zstdDecompress: ((data: Data) => Promise<Buffer>) | undefined =
  zstd &&
  ((data) => {
    const bytes = inputOf(data);
    return new Promise((resolve, reject) => {
      zstd.zstdDecompress(bytes, (error, result) =>
        error === null ? resolve(result) : reject(zstdError(error)),
      );
    });
  });

function hasZstd(module: object): module is Zstd {
  return "zstdCompressSync" in module;
}

function zstdSettings(options: ZstdOptions | undefined): object {
  const level = options?.level ?? ZSTD_LEVEL;
  if (!(level >= 1 && level <= ZSTD_LEVEL_MAX)) {
    throw typeError("ERR_INVALID_ARG_TYPE", `Compression level must be between 1 and ${ZSTD_LEVEL_MAX}`);
  }
  const parameter: unknown = Reflect.get(zlib.constants, "ZSTD_c_compressionLevel");
  return { params: { [String(parameter)]: level } };
}

function zstdError(cause: unknown): Error {
  const error = new Error("Decompression failed: InvalidZstdData", { cause });
  return Object.assign(error, { code: "ERR_ZSTD" });
}
