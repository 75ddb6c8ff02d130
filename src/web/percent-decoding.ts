const REPLACEMENT = "\ufffd";
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

function decodeLeniently(text: string): string {
  let decoded = "";
  let i = 0;
  while (i < text.length) {
    if (text.charCodeAt(i) !== PERCENT) {
      decoded += text.charAt(i++);
    } else if (i + 2 >= text.length) {
      decoded += REPLACEMENT;
      i++;
    } else if (byteAt(text, i) < 0) {
      // Not two hexadecimal digits: Bun drops whatever the two characters are.
      decoded += REPLACEMENT;
      i += 3;
    } else {
      const end = endOfSequence(text, i);
      decoded += decodeSequence(text, i, end);
      i = end;
    }
  }
  return decoded;
}

/** The byte that `%XX` at `i` stands for; -1 for anything else. */
function byteAt(text: string, i: number): number {
  if (text.charCodeAt(i) !== PERCENT) return -1;
  const digits = text.slice(i + 1, i + 3);
  return /^[0-9a-fA-F]{2}$/.test(digits) ? Number.parseInt(digits, 16) : -1;
}

/** Where the UTF-8 sequence ends that starts at `i`, complete or cut short. */
function endOfSequence(text: string, i: number): number {
  let end = i + 3;
  for (let rest = continuations(byteAt(text, i)); rest > 0; rest--) {
    const byte = byteAt(text, end);
    if (byte < 0x80 || byte > 0xbf) break;
    end += 3;
  }
  return end;
}

/** How many bytes follow a lead byte. */
function continuations(lead: number): number {
  if (lead < 0xc0 || lead > 0xf7) return 0;
  if (lead < 0xe0) return 1;
  return lead < 0xf0 ? 2 : 3;
}

// A sequence that is no character is one U+FFFD, however many bytes it has.
function decodeSequence(text: string, start: number, end: number): string {
  try {
    return decodeURIComponent(text.slice(start, end));
  } catch {
    return REPLACEMENT;
  }
}
