import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { mediaTypeOfPath } from "../web/file-type.js";
import { assetDigits, contentHash, hashedName } from "./content-hash.js";
import type { Output } from "./output.js";

/** Style sheets hold smaller files themselves, in bytes. */
const INLINE_LIMIT = 128 * 1024;

/** The files that a page refers to and that are served as they are: pictures, fonts, manifests. */
export class Assets {
  /** By path of the file. */
  private readonly outputs = new Map<string, Output>();
  private readonly development: boolean;

  /** @param development whether names are those of development: `/_bun/asset/…` */
  constructor(development: boolean) {
    this.development = development;
  }

  /** Forgets the assets of the last build. */
  clear(): void {
    this.outputs.clear();
  }

  get all(): Output[] {
    return [...this.outputs.values()];
  }

  /** Paths of the files. */
  get files(): string[] {
    return [...this.outputs.keys()];
  }

  /** The URL of a file. @throws the system's error when it cannot be read */
  async urlOf(file: string): Promise<string> {
    return (await this.add(file)).path;
  }

  /** The URL of a file for a style sheet: of a small one, its content. */
  async styleUrlOf(file: string): Promise<string> {
    const bytes = await readFile(file);
    if (bytes.length >= INLINE_LIMIT) return this.urlOf(file);
    const type = mediaTypeOfPath(file).replace(/;.*$/, "");
    return `data:${type};base64,${bytes.toString("base64")}`;
  }

  private async add(file: string): Promise<Output> {
    const known = this.outputs.get(file);
    if (known !== undefined) return known;
    const bytes = await readFile(file);
    const hash = await contentHash(bytes);
    const path = this.development
      ? `/_bun/asset/${assetDigits(hash)}${extname(file)}`
      : `/${hashedName(basename(file), hash)}`;
    const output: Output = { path, bytes, type: mediaTypeOfPath(file), hash };
    this.outputs.set(file, output);
    return output;
  }
}
