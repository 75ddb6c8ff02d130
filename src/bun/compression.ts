import * as zlib from "node:zlib";
import { typeError } from "./argument-error.js";
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

/** Options of `Bun.zstdCompress`. */
export interface ZstdOptions {
  /** 1 to 22. Default: 3 */
  level?: number;
}

type Data = string | ArrayBufferView | ArrayBufferLike;
type Bytes = Uint8Array<ArrayBuffer>;

const LEVEL_MAX = 9;
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
export function gunzipSync(data: Data): Bytes {
  return decoded(data, zlib.gunzipSync);
}

/** Reads raw deflate; with `windowBits` of 8 and more, zlib's format (RFC 1950). @throws {Error} */
export function inflateSync(data: Data, options?: CompressionOptions): Bytes {
  const framed = (options?.windowBits ?? 0) > 0;
  return decoded(data, framed ? zlib.inflateSync : zlib.inflateRawSync);
}

function decoded(data: Data, decode: (bytes: Uint8Array) => Buffer): Bytes {
  const bytes = inputOf(data);
  try {
    return plain(decode(bytes));
  } catch (error) {
    const header = error instanceof Error && error.message === "incorrect header check";
    throw new Error(header ? "incorrect header check" : "Zlib returned an error", { cause: error });
  }
}

function settings(options: CompressionOptions | undefined): zlib.ZlibOptions {
  const { library, level, memLevel, strategy } = options ?? {};
  if (library !== undefined && library !== "zlib" && library !== "libdeflate") {
    throw typeError("ERR_INVALID_ARG_TYPE", "Expected library to be one of 'zlib' or 'libdeflate'");
  }
  if (level !== undefined && !(level >= -1 && level <= LEVEL_MAX)) {
    throw new Error("Zlib error: Invalid argument");
  }
  return { level, memLevel, strategy };
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
