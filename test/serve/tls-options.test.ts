import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { file } from "../../src/bun/file.js";
import { checkTls } from "../../src/serve/tls-check.js";
import { readTls } from "../../src/serve/tls-options.js";

const path = (name: string): string =>
  new URL(`../../compat/certificates/${name}.pem`, import.meta.url).pathname;
const pem = (name: string): string => readFileSync(path(name), "latin1");
const [key, cert] = [pem("key"), pem("cert")];

function read(options: Record<string, unknown>) {
  const settings = readTls(options);
  return settings === null ? null : checkTls(settings);
}

function refusal(tls: unknown): string {
  try {
    read({ tls });
  } catch (error) {
    if (error instanceof Error) return `${String(Reflect.get(error, "code"))} ${error.message}`;
  }
  return "";
}

describe("readTls", () => {
  it.each([undefined, null, false, 0, "", {}, [], { key: undefined }, { key: [] }, { requestCert: false }])(
    "takes %j for no TLS",
    (tls) => expect(read({ tls })).toBe(null),
  );

  it.each([{ passphrase: "x" }, { requestCert: true }, { rejectUnauthorized: false }])(
    "takes %j for TLS without a certificate",
    (tls) => expect(read({ tls })).toHaveLength(1),
  );

  it.each([5, "x", true, [5]])("refuses %j", (tls) => {
    expect(refusal(tls)).toBe("ERR_INVALID_ARG_TYPE TLSOptions must be an object");
  });

  it("refuses contents of other types, by the member's name", () => {
    expect(refusal({ key: 5, cert })).toContain("TLSOptions.key must be of type string");
    expect(refusal({ key: [5], cert })).toContain("element of TLSOptions.key must be of type");
    expect(refusal({ key, cert: new Blob([cert]) })).toContain("TLSOptions.cert is not a valid BunFile");
    expect(refusal({ key, cert, lowMemoryMode: "x" })).toContain(
      "TLSOptions.lowMemoryMode must be a boolean",
    );
    expect(refusal({ key, cert, servername: 5 })).toContain("TLSOptions.serverName must be a string");
  });

  it("refuses a file that is not there", () => {
    expect(refusal({ key: file("/no/such.pem"), cert })).toBe(
      "ENOENT ENOENT: no such file or directory, open '/no/such.pem'",
    );
    expect(refusal({ key, cert, caFile: "/no/such.pem" })).toContain("Unable to access caFile path");
  });

  it("wants a name for every context but the first", () => {
    expect(
      refusal([
        { key, cert },
        { key, cert },
      ]),
    ).toContain("SNI tls object must have a serverName");
  });

  it("reads text, bytes and files, in `tls` or beside `port`", () => {
    const bytes = new TextEncoder().encode(cert);
    for (const options of [
      { tls: { key, cert } },
      { tls: { key: Buffer.from(key), cert: bytes } },
      { tls: { key: [key], cert: new DataView(bytes.buffer) } },
      { tls: { key: file(path("key")), cert: bytes.buffer } },
      { tls: [{ keyFile: path("key"), certFile: path("cert") }] },
      { key, cert },
    ]) {
      expect(read(options)).toMatchObject([{ cert, rejectUnauthorized: true, requestCert: false }]);
    }
  });
});

describe("checkTls", () => {
  it.each([
    ["no PEM", { key: "garbage", cert }, "ERR_OSSL_PEM_NO_START_LINE error:0900006e:PEM routines"],
    ["a cut certificate", { key, cert: cert.slice(0, 300) }, "ERR_OSSL_PEM_BAD_END_LINE error:09000066:PEM"],
    ["broken base64", { key, cert: cert.replace(/\n.{9}/, "\n!!!!!") }, "ERR_OSSL_PEM_BAD_BASE64_DECODE"],
    ["another key", { key: pem("key1"), cert: pem("cert2") }, "ERR_OSSL_X509_KEY_VALUES_MISMATCH"],
    ["another kind of key", { key: pem("key1"), cert }, "ERR_OSSL_X509_KEY_TYPE_MISMATCH"],
    ["an unknown cipher", { key, cert, ciphers: "nope" }, "ERR_SSL_NO_CIPHER_MATCH error:100000b1:SSL"],
    ["a list that revokes nothing", { key, cert, crl: cert }, "ERR_OSSL_PEM_NO_START_LINE"],
    ["an authority that is none", { key, cert, ca: "x" }, "undefined Failed to create HTTP server"],
  ])("refuses %s", (_, tls, message) => expect(refusal(tls)).toContain(message));

  it("decrypts keys, and refuses a wrong passphrase", () => {
    const { privateKey } = generateKeyPairSync("ec", {
      namedCurve: "prime256v1",
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "secret" },
    });
    expect(refusal({ key: privateKey, passphrase: "wrong" })).toContain("ERR_OSSL_BAD_DECRYPT");
    expect(refusal({ key: privateKey })).toContain("ERR_OSSL_BAD_DECRYPT");
    const [context] = read({ tls: { key: privateKey, passphrase: "secret" } }) ?? [];
    expect(context?.key).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    expect(JSON.stringify(context)).not.toContain("secret");
  });

  it("takes the last certificate, and the last key that fits it", () => {
    const keys = [pem("key1"), pem("key2")];
    const [context] = read({ tls: { key: keys, cert: [pem("cert2"), pem("cert1")] } }) ?? [];
    expect(context?.cert).toBe(pem("cert1"));
    expect(checkTls(readTls({ tls: { key: keys[0], cert: pem("cert1") } }) ?? [])[0]?.key).toBe(context?.key);
  });
});
