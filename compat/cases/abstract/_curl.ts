import { execFile } from "node:child_process";

/** curl over an abstract socket: its output, or its exit code. */
export function curl(name: string, url = "http://localhost/", ...options: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile("curl", ["-s", "--abstract-unix-socket", name, ...options, url], (error, stdout) =>
      resolve(error === null ? stdout : `exit ${error.code}`),
    );
  });
}

/** A name that no other run uses. */
export function freshName(): string {
  return `case-${process.pid}-${Math.random().toString(36).slice(2)}`;
}
