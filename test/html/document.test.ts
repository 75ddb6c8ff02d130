import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Replacement, scanDocument, writeDocument } from "../../src/html/document.js";

async function specifiers(html: string): Promise<string[]> {
  return (await scanDocument(html)).references.map(({ specifier }) => specifier);
}

async function written(html: string, replacements: Replacement[], tags = "<TAGS>"): Promise<string> {
  return writeDocument(await scanDocument(html), replacements, tags);
}

describe("scanDocument", () => {
  it("finds no reference where a browser would see none", async () => {
    const texts = [
      '<!-- <img src="a.png"> -->',
      '<script>"<img src=a.png>"</script>',
      "<textarea><img src=a.png></textarea>",
      "<noscript><img src=a.png></noscript>",
      '<p title="<img src=a.png>">',
      "<img data-src=a.png><a href=b.html><iframe src=c.html></iframe>",
      "<img src=a.png",
    ];
    expect(await specifiers(texts.join("\n"))).toEqual([]);
  });

  it("leaves other origins, places of the page and empty values alone", async () => {
    const values = ["https://x/y", "http://x/y", "data:image/png,x", "#x", "", "node:fs"];
    expect(await specifiers(values.map((value) => `<img src="${value}">`).join(""))).toEqual([]);
  });

  it("reads attributes in any quotes, as they are written", async () => {
    const html = `<img src=a.png><img src='b.png'><img SRC = "c.png"><img src="d&amp;e.png">`;
    expect(await specifiers(html)).toEqual(["a.png", "b.png", "c.png", "d&amp;e.png"]);
  });

  it("finds references in templates, and once where tags are nested badly", async () => {
    const html = "<template><img src=a.png></template><p><b><img src=b.png><p><img src=c.png></b>";
    expect(await specifiers(html)).toEqual(["a.png", "b.png", "c.png"]);
  });
});

describe("writeDocument", () => {
  it("changes nothing but the references and the place of the tags", async () => {
    const html = "<!DOCTYPE html>\n<head><LINK rel=icon\n href=a.ico></head ><p class=x>&copy;";
    expect(await written(html, ["kept"])).toBe(html.replace("</head >", "<TAGS></head >").concat("\n"));
  });

  it("takes whole elements out and gives attributes new values", async () => {
    const html = "<head></head><script src=a.ts>text</script><img SRC=b.png alt=x>";
    expect(await written(html, ["removed", { value: '/b"1.png' }])).toBe(
      '<head><TAGS></head><img SRC="/b&quot;1.png" alt=x>\n',
    );
  });

  it.each([
    ["<head></head><body></body>", "<head>|</head><body></body>"],
    ["<html><body>x</body></html>", "<html><body>x|</body></html>"],
    ["<html>x</html>", "<html>x|</html>"],
    ["x", "x|"],
    ["<!-- <head></head> --><body></body>", "<!-- <head></head> --><body>|</body>"],
    ["<title></head></title>", "<title></head></title>|"],
    ["text<head></head>", "text<head>|</head>"],
  ])("puts the tags of %s where they belong", async (html, expected) => {
    expect(await written(html, [])).toBe(`${expected.replace("|", "<TAGS>")}\n`);
  });

  it("keeps every other character of any document", async () => {
    const piece = fc.constantFrom(
      "<head>",
      "</head>",
      "<p>",
      "<img src=a>",
      "<!--",
      "-->",
      "<script>",
      "</script>",
      "é\u{1f600}",
      "\n",
      "</",
      "<",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const html = pieces.join("");
        const document = await scanDocument(html);
        const text = writeDocument(
          document,
          document.references.map(() => "kept"),
          "",
        );
        expect(text).toBe(html.endsWith("\n") ? html : `${html}\n`);
      }),
    );
  });
});
