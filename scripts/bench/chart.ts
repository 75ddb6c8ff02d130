import type { Machine } from "./machine.js";
import type { Measurement } from "./rounds.js";

const WIDTH = 820;
const LEFT = 190;
const BAR = 13;
const GAP = 3;
const GROUP_GAP = 14;
const TOP = 64;

/** In drawing order. Colours that are told apart in light and dark mode, and without red and green. */
const SERIES: readonly { contender: string; colour: string }[] = [
  { contender: "bunshim", colour: "#d97706" },
  { contender: "bun", colour: "#94a3b8" },
  { contender: "uws", colour: "#0d9488" },
  { contender: "node", colour: "#4f6bd8" },
];

/** Bars of CPU per request, as multiples of Bun's, as an SVG document without scripts or fonts. */
export function chart(measurements: readonly Measurement[], machine: Machine): string {
  const groups = measurements.flatMap((measurement) => {
    const bun = measurement.rows.find(({ contender }) => contender === "bun")?.cpu.median;
    if (bun === undefined) return [];
    const bars = SERIES.flatMap(({ contender, colour }) => {
      const row = measurement.rows.find((candidate) => candidate.contender === contender);
      return row === undefined ? [] : [{ colour, cpu: row.cpu.median, ratio: row.cpu.median / bun }];
    });
    return [{ title: measurement.title, bars }];
  });
  const longest = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ ratio }) => ratio)));
  const scale = (WIDTH - LEFT - 120) / longest;
  let y = TOP;
  const shapes: string[] = [];
  for (const { title, bars } of groups) {
    const middle = y + (bars.length * (BAR + GAP)) / 2 + 3;
    shapes.push(`<text x="${LEFT - 10}" y="${middle.toFixed(1)}" text-anchor="end">${xmlText(title)}</text>`);
    for (const { colour, cpu, ratio } of bars) {
      const width = Math.max(1, ratio * scale);
      shapes.push(
        `<rect x="${LEFT}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="2" fill="${colour}"/>`,
        `<text x="${(LEFT + Math.max(width, scale) + 6).toFixed(1)}" y="${y + BAR - 3}" class="value">${ratio.toFixed(2)}× · ${cpu.toFixed(1)} µs</text>`,
      );
      y += BAR + GAP;
    }
    y += GROUP_GAP;
  }
  const line = (LEFT + scale).toFixed(1);
  const titles = new Map(measurements.flatMap(({ rows }) => rows.map((row) => [row.contender, row.title])));
  const legend = SERIES.filter(({ contender }) => titles.has(contender)).map(
    ({ contender, colour }, index) =>
      `<rect x="${LEFT + index * 155}" y="36" width="11" height="11" rx="2" fill="${colour}"/><text x="${LEFT + index * 155 + 16}" y="46">${xmlText(titles.get(contender) ?? contender)}</text>`,
  );
  const footer = `${machine.processor}, Node.js ${machine.node}, ${machine.engine}, Bun ${machine.bun}, bunshim ${machine.bunshim}`;
  const height = y + 24;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="Server CPU time per request or message, as multiples of Bun's">
<style>
text { font: 12px system-ui, sans-serif; fill: #1f2937; }
.title { font-size: 15px; font-weight: 600; }
.value, .footer { font-size: 11px; fill: #6b7280; }
.bun { stroke: #6b7280; stroke-dasharray: 3 3; }
@media (prefers-color-scheme: dark) {
  text { fill: #e5e7eb; }
  .value, .footer { fill: #9ca3af; }
}
</style>
<text x="10" y="22" class="title">Server CPU time per request or message, Bun = 1 (shorter is better)</text>
${legend.join("\n")}
<line x1="${line}" y1="${TOP - 6}" x2="${line}" y2="${y - GROUP_GAP}" class="bun"/>
${shapes.join("\n")}
<text x="10" y="${height - 8}" class="footer">${xmlText(footer)}</text>
</svg>
`;
}

function xmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
