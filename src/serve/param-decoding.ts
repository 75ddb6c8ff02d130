const HEX = /^[0-9a-fA-F]{2}$/;
const REPLACEMENT = "\ufffd";

/**
 * Decodes a route parameter: percent-encoded bytes are UTF-8 (RFC 3986 section 2.1), what is no valid
 * encoding becomes U+FFFD. `+` stays.
 */
export function decodeParam(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return decodeLeniently(text);
  }
}

function decodeLeniently(text: string): string {
  let decoded = "";
  let i = 0;
  while (i < text.length) {
    if (text[i] !== "%") {
      decoded += text[i++];
      continue;
    }
    const bytes: number[] = [];
    while (text[i] === "%" && HEX.test(text.slice(i + 1, i + 3))) {
      bytes.push(Number.parseInt(text.slice(i + 1, i + 3), 16));
      i += 3;
    }
    if (bytes.length > 0) {
      decoded += Buffer.from(bytes).toString("utf8");
    } else {
      decoded += REPLACEMENT;
      i += 3;
    }
  }
  return decoded;
}
