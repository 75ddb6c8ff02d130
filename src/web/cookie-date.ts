const TIME = "(?:[01]?\\d|2[0-3]):[0-5]?\\d(?::[0-5]?\\d)?(?:\\s*[ap]m)?";
const ZONE = "\\s*(?:[a-z]{1,4})?\\s*(?:[+-]\\d{4}|[+-]\\d{2}:\\d{2})?\\s*(?:\\([^)]*\\))?";
const WEEKDAY = "(?:[a-z]+,?\\s*)?";

/** Dates with a month's name, and those with slashes; ISO 8601 is not among them. */
const FORMS = [
  `${WEEKDAY}\\d{1,2}[\\s-]+[a-z]{3,}[\\s-]+\\d{1,6}(?:\\s+${TIME}${ZONE})?`,
  `${WEEKDAY}[a-z]{3,}\\s+\\d{1,2},?\\s+(?:\\d{1,6}(?:\\s+${TIME}${ZONE})?|${TIME}\\s+\\d{1,6}${ZONE})`,
  `\\d{1,6}/\\d{1,2}/\\d{1,6}(?:\\s+${TIME}${ZONE})?`,
].map((form) => new RegExp(`^\\s*${form}\\s*$`, "i"));

/** Milliseconds since 1970 of a cookie's `Expires` (RFC 6265 section 5.1.1, read as Bun does); NaN for no date. */
export function parseCookieDate(text: string): number {
  if (!FORMS.some((form) => form.test(text))) return Number.NaN;
  // `15:03:26GMT` is understood only with a space.
  return Date.parse(text.replace(/(:\d{1,2})([a-z])/i, "$1 $2"));
}
