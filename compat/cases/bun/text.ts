// @covers Bun.escapeHTML
// @covers Bun.stringWidth
// @covers Bun.stripANSI
import { attempt, print } from "./_print.ts";

for (const value of ["<a href=\"x\">'&", "plain", "", 1, null, undefined, true, {}, [1, "<"], "é<", Symbol.iterator]) await attempt(`escape ${String(value)}`, () => Bun.escapeHTML(value as string));
const texts = ["", "abc", "日本", "é", "e\u0301", "👍", "👨‍👩‍👧", "\x1b[31mred\x1b[0m", "\t", "a\nb", "ｆ", "🇩🇪", "\u200b", "…", "①", "한글", "\x1b]8;;http://x\x07link\x1b]8;;\x07", "\u00ad", "1️⃣", "☺️", "☺", "™", "α", "👩🏽‍💻", "\ud83d", "a\u0000b", "\x9b31mx"];
for (const text of texts) {
  print(`width ${JSON.stringify(text)}`, [Bun.stringWidth(text), Bun.stringWidth(text, { countAnsiEscapeCodes: true }), Bun.stringWidth(text, { ambiguousIsNarrow: false })]);
  print("stripped", Bun.stripANSI(text));
}
for (const text of ["\x1b[1;2Hq", "\x1b[?25l", "a\x1bb", "\x1b(Bx", "\x1b]0;title\x1b\\x", "\x1b[38;2;1;2;3mrgb", "\x1b[", "\x1bM", "\x1b[2K\x1b[1Gx"]) print(JSON.stringify(text), Bun.stripANSI(text));
