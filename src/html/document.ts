import type { DefaultTreeAdapterTypes, Token } from "parse5";

/** A part of an HTML file, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An attribute that names a file of the project. */
export interface Reference {
  /** As written: character references stay what they are, as in Bun. */
  readonly specifier: string;
  readonly element: Range;
  /** The attribute with its name, so that any kind of quotes can be replaced. */
  readonly attribute: Range;
  readonly name: string;
}

/** What the bundler needs to know of an HTML file. */
export interface ScannedDocument {
  readonly source: string;
  readonly references: readonly Reference[];
  /** Where the tags of the bundle belong: before the end of the head, of the body, of all. */
  readonly end: number;
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements whose attributes name files, beside `link`. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  script: ["src"],
  img: ["src", "srcset"],
  video: ["src", "poster"],
  audio: ["src"],
  source: ["src", "srcset"],
};

const LINK_RELATIONS = new Set(["stylesheet", "icon", "apple-touch-icon", "manifest"]);
const LINK_DESTINATIONS = new Set(["style", "font", "image", "video", "audio"]);

/** What is left as it is: other origins, places of the page, what Bun knows itself. */
const EXTERNAL = /^(?:https?:\/\/|data:|node:|#|$)/;

/** Finds what an HTML file refers to, as a browser would read it. */
export async function scanDocument(source: string): Promise<ScannedDocument> {
  const { parse } = await import("parse5");
  const elements: Element[] = [];
  collect(parse(source, { sourceCodeLocationInfo: true }), elements);
  const references = elements
    .flatMap((element) => referencesOf(element, source))
    .sort((a, b) => a.attribute.start - b.attribute.start)
    // Repairs of bad nesting give one tag to several elements.
    .filter(({ attribute }, index, all) => attribute.start !== all[index - 1]?.attribute.start);
  return { source, references, end: endOf(elements, source) };
}

function collect(node: Node, into: Element[]): void {
  if ("tagName" in node) into.push(node);
  if ("content" in node) collect(node.content, into);
  if ("childNodes" in node) for (const child of node.childNodes) collect(child, into);
}

function referencesOf(element: Element, source: string): Reference[] {
  const location = element.sourceCodeLocation;
  if (!location) return [];
  return attributesOf(element).flatMap((name) => {
    const at = location.attrs?.[name];
    if (at === undefined) return [];
    const specifier = rawValue(source.slice(at.startOffset, at.endOffset));
    if (EXTERNAL.test(specifier)) return [];
    return [{ specifier, name, element: rangeOf(location), attribute: rangeOf(at) }];
  });
}

function attributesOf(element: Element): readonly string[] {
  if (element.tagName !== "link") return ATTRIBUTES[element.tagName] ?? [];
  const isFile =
    LINK_RELATIONS.has(attributeOf(element, "rel")) || LINK_DESTINATIONS.has(attributeOf(element, "as"));
  return isFile ? ["href"] : [];
}

function attributeOf(element: Element, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value.toLowerCase() ?? "";
}

function rawValue(attribute: string): string {
  const [, quoted, single, bare = ""] = /^[^=]*=\s*(?:"([^"]*)"?|'([^']*)'?|(.*))$/s.exec(attribute) ?? [];
  return quoted ?? single ?? bare;
}

function rangeOf({ startOffset, endOffset }: Token.Location): Range {
  return { start: startOffset, end: endOffset };
}

function endOf(elements: readonly Element[], source: string): number {
  for (const name of ["head", "body", "html"]) {
    const end = elements.find((element) => element.tagName === name)?.sourceCodeLocation?.endTag;
    if (end) return end.startOffset;
  }
  return source.length;
}

/** What becomes of a reference: its tag goes into the bundle, or its attribute gets a new value, or nothing. */
export type Replacement = "removed" | "kept" | { readonly value: string };

/** The HTML file with its references replaced, one by one, and the tags of the bundle. */
export function writeDocument(
  { source, references, end }: ScannedDocument,
  replacements: readonly Replacement[],
  tags: string,
): string {
  const edits = references.flatMap((reference, index): Edit[] => {
    const replacement = replacements[index] ?? "kept";
    if (replacement === "kept") return [];
    if (replacement === "removed") return [{ ...reference.element, text: "" }];
    const { start, end } = reference.attribute;
    const name = source.slice(start, start + reference.name.length);
    return [{ start, end, text: `${name}="${replacement.value.replaceAll('"', "&quot;")}"` }];
  });
  edits.push({ start: end, end, text: tags });
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  let text = "";
  let done = 0;
  for (const edit of edits) {
    if (edit.start < done) continue;
    text += source.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return text + source.slice(done);
}

interface Edit extends Range {
  readonly text: string;
}
