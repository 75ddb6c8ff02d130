import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { OpenFile } from "./open-file.js";

/** Where the kernel tells the path of an open descriptor, symlinks resolved. */
const DESCRIPTORS = existsSync("/proc/self/fd") ? "/proc/self/fd" : null;
/** As many as Linux follows. */
const SYMLINKS_MAX = 40;

/**
 * A directory out of which no path leads: symbolic links are followed as if the directory were the root of the
 * file system, as `openat2` with `RESOLVE_IN_ROOT` does, which node cannot call. No check comes before the
 * opening, where a link could still be exchanged: the file is opened, and then the kernel is asked which it is.
 */
export class DirectoryRoot {
  /** Stays open, so that the directory stays the same one when it is moved. */
  private readonly fd: number;
  private closed = false;
  /** Path by which files are opened. */
  private readonly base: string;
  /** Where the directory is, symlinks resolved. */
  private place: string;

  /** @throws the system's error when there is no such directory */
  constructor(directory: string) {
    this.fd = openSync(directory, constants.O_RDONLY | constants.O_DIRECTORY);
    this.place = realpathSync(directory);
    this.base = DESCRIPTORS === null ? this.place : `${DESCRIPTORS}/${this.fd}`;
    unused.register(this, this.fd, this);
  }

  /** Gives the descriptor back: nothing is found here any more. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    unused.unregister(this);
    closeSync(this.fd);
  }

  /**
   * Opens a file or a directory.
   * @param relative decoded, without `.`, `..` and empty segments
   * @returns null where there is nothing that can be read within the directory
   */
  open(relative: string): OpenFile | null {
    if (this.closed) return null;
    const wanted = relative.endsWith("/") ? relative.slice(0, -1) : relative;
    const file = this.openPlain(wanted);
    if (file !== null) return file;
    // Links, or nothing at all.
    const resolved = this.resolve(wanted);
    return resolved === null || resolved === wanted ? null : this.openPlain(resolved);
  }

  /** Opens a path without symbolic links; null where there are some. */
  private openPlain(relative: string): OpenFile | null {
    let file: OpenFile;
    try {
      file = OpenFile.path(`${this.base}/${relative}`, relative === "" ? 0 : constants.O_NOFOLLOW);
    } catch {
      return null;
    }
    if (this.isAt(file, relative)) return file;
    file.close();
    return null;
  }

  private isAt(file: OpenFile, relative: string): boolean {
    if (DESCRIPTORS === null) return isSame(file, path.join(this.place, relative));
    const actual = readlinkSync(`${DESCRIPTORS}/${file.fd}`);
    if (actual === joined(this.place, relative)) return true;
    // The directory itself may have been moved.
    const place = readlinkSync(`${DESCRIPTORS}/${this.fd}`);
    if (place === this.place) return false;
    this.place = place;
    return actual === joined(place, relative);
  }

  /** The path without symbolic links that a path stands for; links never lead above the directory. */
  private resolve(relative: string): string | null {
    const todo = relative.split("/").reverse();
    const done: string[] = [];
    for (let links = 0; todo.length > 0; ) {
      const segment = todo.pop() ?? "";
      if (segment === "" || segment === ".") continue;
      if (segment === "..") {
        done.pop();
        continue;
      }
      const target = readLink(`${this.base}/${[...done, segment].join("/")}`);
      if (target === null) return null;
      if (target === "") {
        done.push(segment);
        continue;
      }
      if (++links > SYMLINKS_MAX) return null;
      if (target.startsWith("/")) done.length = 0;
      todo.push(...target.split("/").reverse());
    }
    return done.join("/");
  }
}

const unused = new FinalizationRegistry<number>((fd) => closeSync(fd));

function joined(place: string, relative: string): string {
  if (relative === "") return place;
  return place === "/" ? `/${relative}` : `${place}/${relative}`;
}

/** What a symbolic link says; empty for anything else, null for nothing. */
function readLink(file: string): string | null {
  try {
    return lstatSync(file).isSymbolicLink() ? readlinkSync(file) : "";
  } catch {
    return null;
  }
}

/** Systems without /proc: the path must lead, without a link, to the file that was opened. */
function isSame(file: OpenFile, expected: string): boolean {
  try {
    if (realpathSync(expected) !== expected) return false;
    const now = statSync(expected);
    const opened = fstatSync(file.fd);
    return now.dev === opened.dev && now.ino === opened.ino;
  } catch {
    return false;
  }
}
