/// <reference types="node" preserve="true" />
import { Bun } from "./bun/index.js";

export type { CompressionOptions, ZstdOptions } from "./bun/compression.js";
export type { DigestEncoding, HashInput } from "./bun/crypto-hasher.js";
export type { BunFile, BunFileOptions } from "./bun/file.js";
export type { FileSink, FileSinkOptions } from "./bun/file-sink.js";
export type { FileName } from "./bun/file-store.js";
export type { GlobScanOptions } from "./bun/glob/scan.js";
export type { Hasher, HasherClass } from "./bun/hashers.js";
export type { InspectOptions } from "./bun/inspect/inspect.js";
export * from "./bun/members.js";
export type { PromiseStatus } from "./bun/peek.js";
export type { PipeSink } from "./bun/spawn/pipe-sink.js";
export type { PipeStream } from "./bun/spawn/pipe-stream.js";
export type {
  SpawnInput,
  SpawnOptions,
  SpawnOutput,
  SpawnSignal,
  SpawnSyncOptions,
  Subprocess,
  SyncSubprocess,
} from "./bun/spawn/types.js";
export type { ReservedSQL, SQLClient, SQLQueries, TransactionSQL } from "./bun/sql/client.js";
export type { SQLOptions } from "./bun/sql/connection-options.js";
export type { SQLConstructor } from "./bun/sql/sql.js";
export type { StringWidthOptions } from "./bun/string-width.js";
export type { UUIDEncoding } from "./bun/uuid.js";
export type { WhichOptions } from "./bun/which.js";
export type { WriteData, WriteOptions } from "./bun/write.js";
export type * from "./serve/types.js";
export { Headers } from "./web/headers.js";
export { Request } from "./web/request.js";
export { Response } from "./web/response.js";
export { Bun };

export default Bun;
