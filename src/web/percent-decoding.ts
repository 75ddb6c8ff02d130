const REPLACEMENT = "\ufffd";
const REPLACEMENT_BYTES = Buffer.from(REPLACEMENT);
const PERCENT = 0x25;

/**
 * Decodes percent-encoded bytes as UTF-8 (RFC 3986 section 2.1) as Bun does for route parameters and cookies:
 * what is no valid encoding becomes U+FFFD, and `+` stays.
 */
export function decodePercent(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return decodeLeniently(text);
  }
}

/** Works on bytes: what follows a `%` that begins no encoding is dropped byte by byte, too. */
function decodeLeniently(text: string): string {
  const given = Buffer.from(text, "utf8");
  const bytes: number[] = [];
  let i = 0;
  while (i < given.length) {
    const byte = given[i] ?? 0;
    if (byte !== PERCENT) {
      bytes.push(byte);
      i++;
    } else if (i + 2 >= given.length) {
      bytes.push(...REPLACEMENT_BYTES);
      i++;
    } else {
      const value = hexDigit(given[i + 1]) * 16 + hexDigit(given[i + 2]);
      if (Number.isNaN(value)) bytes.push(...REPLACEMENT_BYTES);
      else bytes.push(value);
      i += 3;
    }
  }
  return decodeUtf8(Buffer.from(bytes));
}

/** Unlike the standard's decoder: a sequence that is no character is one U+FFFD, however many bytes it has. */
function decodeUtf8(bytes: Buffer): string {
  let text = "";
  let i = 0;
  while (i < bytes.length) {
    let end = i + 1;
    for (let rest = continuations(bytes[i] ?? 0); rest > 0; rest--) {
      const byte = bytes[end] ?? 0;
      if (byte < 0x80 || byte > 0xbf) break;
      end++;
    }
    const character = bytes.toString("utf8", i, end);
    text += character.includes(REPLACEMENT) ? REPLACEMENT : character;
    i = end;
  }
  return text;
}

/** How many bytes follow a lead byte. */
function continuations(lead: number): number {
  if (lead < 0xc0 || lead > 0xf7) return 0;
  if (lead < 0xe0) return 1;
  return lead < 0xf0 ? 2 : 3;
}

/** NaN for any other byte. */
function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : Number.NaN;
}
