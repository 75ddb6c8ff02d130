/**
 * Why a certificate is refused, as BoringSSL words it: OpenSSL writes "self-signed" since its version 3, and
 * Node.js 24 adds advice about flags of its own.
 */
export function certificateText(message: string): string {
  return message
    .replace("self-signed", "self signed")
    .replace(/; if the root CA is installed locally, try running .*$/, "");
}
