import type { DefaultTreeAdapterTypes, Token } from "parse5";
import { rewriteStartTag } from "./start-tag.js";

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
  /** The start tag of the element. */
  readonly tag: Range;
  /** Where the attribute begins. */
  readonly start: number;
  /** Name of the attribute. */
  readonly name: string;
  /** What plugins are told it is. */
  readonly kind: "import-statement" | "import-rule" | "internal";
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
  const nodes = nodesOf(parse(source, { sourceCodeLocationInfo: true }));
  const references = nodes
    .filter((node) => "tagName" in node)
    .flatMap((element) => referencesOf(element, source))
    .sort((a, b) => a.start - b.start)
    // Repairs of bad nesting give one tag to several elements.
    .filter(({ start }, index, all) => start !== all[index - 1]?.start);
  return { source, references, end: endOf(nodes, source) };
}

/** A node and all below it, in order. */
function nodesOf(node: Node): Node[] {
  const nodes: Node[] = [];
  const add = (one: Node): void => {
    nodes.push(one);
    if ("content" in one) add(one.content);
    if ("childNodes" in one) one.childNodes.forEach(add);
  };
  add(node);
  return nodes;
}

function referencesOf(element: Element, source: string): Reference[] {
  const location = element.sourceCodeLocation;
  if (!location) return [];
  const kind = kindOf(element);
  return attributesOf(element).flatMap((name) => {
    const at = location.attrs?.[name];
    if (at === undefined) return [];
    const specifier = rawValue(source.slice(at.startOffset, at.endOffset));
    if (EXTERNAL.test(specifier)) return [];
    const element = rangeOf(location);
    const tag = location.startTag ? rangeOf(location.startTag) : element;
    return [{ specifier, name, element, tag, start: at.startOffset, kind }];
  });
}

function kindOf(element: Element): Reference["kind"] {
  if (element.tagName === "script") return "import-statement";
  const isSheet = element.tagName === "link" && attributeOf(element, "rel").toLowerCase() === "stylesheet";
  return isSheet ? "import-rule" : "internal";
}

function attributesOf(element: Element): readonly string[] {
  if (element.tagName !== "link") return ATTRIBUTES[element.tagName] ?? [];
  // Bun reads the one without regard to case, the other not.
  const relation = attributeOf(element, "rel").toLowerCase();
  const isFile = LINK_RELATIONS.has(relation) || LINK_DESTINATIONS.has(attributeOf(element, "as"));
  return isFile ? ["href"] : [];
}

function attributeOf(element: Element, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? "";
}

function rawValue(attribute: string): string {
  const [, quoted, single, bare = ""] = /^[^=]*=\s*(?:"([^"]*)"?|'([^']*)'?|(.*))$/s.exec(attribute) ?? [];
  return quoted ?? single ?? bare;
}

function rangeOf({ startOffset, endOffset }: Token.Location): Range {
  return { start: startOffset, end: endOffset };
}

/**
 * The first element with both of its tags counts, as they are written: the tree of a page that bends the rules
 * may have no place for them.
 */
function endOf(nodes: readonly Node[], source: string): number {
  const opaque = nodes.flatMap(opaqueRange);
  const tags = (start: string): number[] =>
    [...source.matchAll(new RegExp(`${start}(?=[\\s/>])`, "gi"))]
      .map(({ index }) => index)
      .filter((index) => !opaque.some((range) => index > range.start && index < range.end));
  for (const name of ["head", "body", "html"]) {
    const [first = source.length] = tags(`<${name}`);
    const end = tags(`</${name}`).find((index) => index > first);
    if (end !== undefined) return end;
  }
  return source.length;
}

/** Elements in which tags are text. */
const TEXT_ELEMENTS = new Set([
  "script",
  "style",
  "title",
  "textarea",
  "xmp",
  "noscript",
  "iframe",
  "noembed",
]);

/** Where a node keeps what looks like a tag from being one. */
function opaqueRange(node: Node): Range[] {
  const location = node.sourceCodeLocation;
  if (!location) return [];
  if (!("tagName" in node)) return node.nodeName === "#comment" ? [rangeOf(location)] : [];
  if (TEXT_ELEMENTS.has(node.tagName)) return [rangeOf(location)];
  const { startTag } = node.sourceCodeLocation ?? {};
  return startTag ? [rangeOf(startTag)] : [];
}

/** What becomes of a reference: its tag goes into the bundle, or its attribute gets a new value, or nothing. */
export type Replacement = "removed" | "kept" | { readonly value: string };

/** The HTML file with its references replaced, one by one, and the tags of the bundle; its last line ends. */
export function writeDocument(
  { source, references, end }: ScannedDocument,
  replacements: readonly Replacement[],
  tags: string,
): string {
  const edits: Edit[] = [{ start: end, end, text: tags }];
  const rewritten = new Map<number, { tag: Range; values: Map<string, string> }>();
  for (const [index, { element, tag, name }] of references.entries()) {
    const replacement = replacements[index] ?? "kept";
    if (replacement === "removed") edits.push({ ...element, text: "" });
    if (typeof replacement === "string") continue;
    const known = rewritten.get(tag.start) ?? { tag, values: new Map<string, string>() };
    rewritten.set(tag.start, known);
    known.values.set(name, replacement.value);
  }
  for (const { tag, values } of rewritten.values()) {
    edits.push({ ...tag, text: rewriteStartTag(source.slice(tag.start, tag.end), values) });
  }
  return withLastLine(edited(source, edits));
}

interface Edit extends Range {
  readonly text: string;
}

function edited(source: string, edits: Edit[]): string {
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  let text = "";
  let done = 0;
  for (const edit of edits) {
    // Within what was taken out.
    if (edit.start < done) continue;
    text += source.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return text + source.slice(done);
}

function withLastLine(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}
