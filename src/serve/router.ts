import { decodePercent } from "../web/percent-decoding.js";

/** A pattern that matched: what it leads to, and the values of its parameters in order. */
export interface Match<T> {
  readonly value: T;
  /** Decoded; empty for patterns without parameters. */
  readonly params: readonly string[];
}

/** What one pattern leads to, by method; `any` for all methods that are not named. */
interface Leaf<T> {
  methods: Map<string, Match<T>> | null;
  any: Match<T> | null;
}

interface Node<T> {
  literal: Map<string, Node<T>>;
  param: Node<T> | null;
  /**
   * The patterns whose last segment begins with `*` here: they take the rest of the path, which may be empty but
   * has its `/`. As a rule it is one, `*`; of several (`**`, `*x`) the one added first is tried first.
   */
  wildcards: Map<string, Leaf<T>> | null;
  leaf: Leaf<T> | null;
}

const NO_PARAMS: readonly string[] = Object.freeze([]);

/**
 * Finds the route of a path. Segment by segment, a literal goes before a parameter and that before a
 * wildcard, with backtracking; the path is compared as sent, without decoding (docs/runtime/http/routing.mdx).
 * The cost grows with the segments of a path, not with the number of routes.
 */
export class Router<T> {
  /** Patterns without parameters and wildcards: the first choice at every segment, so one look-up finds them. */
  private readonly exact = new Map<string, Leaf<T>>();
  private readonly root: Node<T> = emptyNode();
  private hasPatterns = false;

  /**
   * Adds a pattern for one method, or (null) for all that no pattern of its shape names. A later one of the same
   * shape and method replaces an earlier one.
   */
  add(pattern: string, method: string | null, value: T): void {
    setTarget(this.leafFor(pattern), method, { value, params: NO_PARAMS });
  }

  /**
   * @param path the request's path, percent-encoded, without a query
   * @param refused what was found before and did not answer: the next best is asked for
   */
  find(method: string, path: string, refused: ReadonlySet<T> | null = null): Match<T> | null {
    const leaf = this.exact.get(path);
    const match = leaf === undefined ? null : targetOf(leaf, method, refused);
    if (match !== null || !this.hasPatterns) return match;
    return findBelow(this.root, method, path, refused, 1, null);
  }

  private leafFor(pattern: string): Leaf<T> {
    const segments = pattern.slice(1).split("/");
    if (!segments.some((segment) => segment.startsWith(":") || segment.startsWith("*"))) {
      return getOrAdd(this.exact, pattern, emptyLeaf<T>);
    }
    this.hasPatterns = true;
    let node = this.root;
    for (const [i, segment] of segments.entries()) {
      if (segment.startsWith("*")) {
        // Nothing follows a wildcard in the middle: Bun keeps such a pattern, and it never matches.
        if (i < segments.length - 1) return emptyLeaf();
        node.wildcards ??= new Map();
        return getOrAdd(node.wildcards, segment, emptyLeaf<T>);
      }
      node = segment.startsWith(":")
        ? (node.param ??= emptyNode())
        : getOrAdd(node.literal, segment, emptyNode<T>);
    }
    return (node.leaf ??= emptyLeaf());
  }
}

/** @param start where the segment begins that `node` chooses by */
function findBelow<T>(
  node: Node<T>,
  method: string,
  path: string,
  refused: ReadonlySet<T> | null,
  start: number,
  captured: Captured | null,
): Match<T> | null {
  const slash = path.indexOf("/", start);
  const end = slash < 0 ? path.length : slash;
  const literal = node.literal.size === 0 ? undefined : node.literal.get(path.slice(start, end));
  if (literal !== undefined) {
    const match = findAfter(literal, method, path, refused, slash, captured);
    if (match !== null) return match;
  }
  // A parameter takes one or more characters.
  if (node.param !== null && end > start) {
    const match = findAfter(node.param, method, path, refused, slash, { before: captured, start, end });
    if (match !== null) return match;
  }
  if (node.wildcards !== null) {
    for (const wildcard of node.wildcards.values()) {
      const match = matched(wildcard, method, path, refused, captured);
      if (match !== null) return match;
    }
  }
  return null;
}

function findAfter<T>(
  node: Node<T>,
  method: string,
  path: string,
  refused: ReadonlySet<T> | null,
  slash: number,
  captured: Captured | null,
): Match<T> | null {
  if (slash >= 0) return findBelow(node, method, path, refused, slash + 1, captured);
  return node.leaf === null ? null : matched(node.leaf, method, path, refused, captured);
}

/** The parameters on the way to a node, the last one first. */
interface Captured {
  readonly before: Captured | null;
  readonly start: number;
  readonly end: number;
}

function matched<T>(
  leaf: Leaf<T>,
  method: string,
  path: string,
  refused: ReadonlySet<T> | null,
  captured: Captured | null,
): Match<T> | null {
  const target = targetOf(leaf, method, refused);
  if (target === null || captured === null) return target;
  const params: string[] = [];
  for (let one: Captured | null = captured; one !== null; one = one.before) {
    params.push(decodePercent(path.slice(one.start, one.end)));
  }
  return { value: target.value, params: params.reverse() };
}

function targetOf<T>(leaf: Leaf<T>, method: string, refused: ReadonlySet<T> | null): Match<T> | null {
  const named = leaf.methods === null ? undefined : namedTarget(leaf.methods, method);
  if (named !== undefined && !refused?.has(named.value)) return named;
  return leaf.any !== null && refused?.has(leaf.any.value) ? null : leaf.any;
}

// HEAD is served by GET (RFC 9110 section 9.3.2) unless the route names it.
function namedTarget<T>(methods: ReadonlyMap<string, Match<T>>, method: string): Match<T> | undefined {
  return methods.get(method) ?? (method === "HEAD" ? methods.get("GET") : undefined);
}

function setTarget<T>(leaf: Leaf<T>, method: string | null, match: Match<T>): void {
  if (method === null) {
    leaf.any = match;
  } else {
    leaf.methods ??= new Map();
    leaf.methods.set(method, match);
  }
}

function emptyLeaf<T>(): Leaf<T> {
  return { methods: null, any: null };
}

function emptyNode<T>(): Node<T> {
  return { literal: new Map(), param: null, wildcards: null, leaf: null };
}

function getOrAdd<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
