import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RESULTS } from "./paths.js";

export const FILE_100_KIB = join(RESULTS, "sample-100k.bin");
export const FILE_8_MIB = join(RESULTS, "sample-8m.bin");

export const KEY = join(RESULTS, "key.pem");
export const CERTIFICATE = join(RESULTS, "certificate.pem");

/** Writes the files that workloads send, and a certificate that nobody trusts. */
export function writeSampleFiles(): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(FILE_100_KIB, Buffer.alloc(100 * 1024, "100 KiB of a file. "));
  writeFileSync(FILE_8_MIB, Buffer.alloc(8 * 1024 * 1024, "8 MiB of a file. "));
  if (!existsSync(CERTIFICATE)) makeCertificate();
}

function makeCertificate(): void {
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", KEY];
  const subject = ["-subj", "/CN=localhost", "-days", "3650", "-out", CERTIFICATE];
  const { status, stderr } = spawnSync("openssl", ["req", "-x509", ...key, ...subject], { encoding: "utf8" });
  if (status !== 0) throw new Error(`cannot make a certificate (apt-get install openssl):\n${stderr}`);
}
