/** What may differ from run to run, and what is put in its place. */
const volatile: [pattern: RegExp, replacement: string][] = [
  [/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/g, "<date>"],
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, "<date>"],
  [
    /((?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\]|\[::ffff:127\.0\.0\.1\]|host\.test):)\d{2,5}\b/g,
    "$1<port>",
  ],
  [/(\bport: ['"]?)\d{4,5}\b/g, "$1<port>"],
  [/(\bPort: )\d{4,5}\b/g, "$1<port>"],
  [/\b0\.\d{12,}\b/g, "<random>"],
  [/W\/"([0-9a-f]+)-[0-9a-f]+"/g, 'W/"$1-<mtime>"'],
  [/(\/_bun\/asset\/)[0-9a-f]{16}/g, "$1<hash>"],
  [/-[0-9a-z]{8,24}\.(js|css|html)\b/g, "-<hash>.$1"],
  [/-+(?:WebkitFormBoundary|formdata-|bunshim-)[\w-]+/gi, "<boundary>"],
  [/compat-\d+-[0-9a-z]+(\.sock)/g, "<socket>$1"],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, "<uuid>"],
];

/** Takes out of an output what cannot be equal: dates, ports, boundaries, and the given folders. */
export function mask(text: string, folders: Record<string, string> = {}): string {
  let masked = text.replace(/\r\n/g, "\n");
  for (const [name, folder] of Object.entries(folders)) masked = masked.replaceAll(folder, `<${name}>`);
  for (const [pattern, replacement] of volatile) masked = masked.replace(pattern, replacement);
  return masked;
}
