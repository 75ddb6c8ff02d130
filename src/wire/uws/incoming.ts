import { fieldValue, hasValue, readFields, readTarget } from "./request-fields.js";
import type { UwsRequest } from "./types.js";

/**
 * What a request says, read from the engine when it is asked for. What nobody asked for before the engine's call
 * is over, with the microtasks that it began, is gone then, as in Bun, unless it was copied.
 */
export class UwsIncoming {
  /** As sent, upper case, e.g. `GET`. */
  readonly method: string;
  /** Null once copied. */
  private request: UwsRequest | null;
  private pathText: string | null = null;
  private targetText: string | null = null;
  private fields: string[] | null = null;

  constructor(request: UwsRequest, method: string) {
    this.request = request;
    this.method = method;
  }

  get path(): string {
    return (this.pathText ??= this.request?.getUrl() ?? "");
  }

  get target(): string {
    return (this.targetText ??= this.request === null ? "" : readTarget(this.request, this.path));
  }

  // Not the engine's getHeader: it gives the first of several fields, and cannot tell empty from missing.
  header(name: string): string | null {
    return fieldValue(this.headerList(), name);
  }

  // Empty and missing are one here, so the engine can tell, without a copy of all fields.
  hasField(name: string): boolean {
    if (this.fields === null && this.request !== null) return hasValue(this.request, name);
    return Boolean(fieldValue(this.headerList(), name));
  }

  headerList(): string[] {
    return (this.fields ??= this.request === null ? [] : readFields(this.request));
  }

  /** Keeps what was not read yet. */
  protected copyRequest(): void {
    if (this.request === null) return;
    // The target includes the path.
    this.target;
    this.headerList();
    this.request = null;
  }
}
