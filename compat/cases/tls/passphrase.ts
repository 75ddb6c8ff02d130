// @covers TLSOptions.passphrase
import { createPrivateKey } from "node:crypto";
import { certificate, serveTls } from "./_tls.ts";

const { key, cert } = certificate("1");
const encrypt = (type: "pkcs8" | "sec1" | "pkcs1") =>
  createPrivateKey(key).export({
    type: type as "pkcs8",
    format: "pem",
    cipher: "aes-256-cbc",
    passphrase: "secret",
  });
const encrypted = encrypt("pkcs8");
await serveTls("right", { tls: { key: encrypted, cert, passphrase: "secret" } });
await serveTls("wrong", { tls: { key: encrypted, cert, passphrase: "wrong" } });
await serveTls("missing", { tls: { key: encrypted, cert } });
await serveTls("empty", { tls: { key: encrypted, cert, passphrase: "" } });
await serveTls("not needed", { tls: { key, cert, passphrase: "secret" } });
