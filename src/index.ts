import { Bun } from "./bun/index.js";

export type { BunFile, BunFileOptions } from "./bun/file.js";
export type { FileSink, FileSinkOptions } from "./bun/file-sink.js";
export * from "./bun/members.js";
export type { PromiseStatus } from "./bun/peek.js";
export type { UUIDEncoding } from "./bun/uuid.js";
export type { WriteData, WriteOptions } from "./bun/write.js";
export type * from "./serve/types.js";
export { Headers } from "./web/headers.js";
export { Request } from "./web/request.js";
export { Response } from "./web/response.js";
export { Bun };

export default Bun;
