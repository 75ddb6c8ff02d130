/**
 * Parses JSON; a mistake is described in the words of JavaScriptCore, which programs for Bun show to their
 * clients.
 * @throws {SyntaxError}
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (text === "") throw new SyntaxError("Unexpected end of JSON input");
    const mistake = new Mistake(text).find();
    throw mistake === null ? error : new SyntaxError(`JSON Parse error: ${mistake}`);
  }
}

const WORDS = ["true", "false", "null"];
const SPACE = /[\t\n\r ]*/y;
const NUMBER = /-?\d+/y;
const IDENTIFIER = /[A-Za-z_$][\w$]*/y;
const PUNCTUATION = "[]{}:,;().=";
const NOT_WHOLE = "Unable to parse JSON string";

/** Walks through text that is no JSON until it finds out why. */
class Mistake {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first mistake; null when there is none. */
  find(): string | null {
    const mistake = this.#value();
    if (mistake !== null) return mistake;
    this.#match(SPACE);
    return this.#at < this.#text.length ? NOT_WHOLE : null;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }

  /** Skips white space; the character there, "" at the end. */
  #next(): string {
    this.#match(SPACE);
    return this.#text.charAt(this.#at);
  }

  #value(): string | null {
    const character = this.#next();
    if (character === "") return "Unexpected EOF";
    if (character === "[") return this.#array();
    if (character === "{") return this.#object();
    if (character === '"') return this.#string();
    if (character === "'") return "Single quotes (') are not allowed in JSON";
    if (/[-\d]/.test(character)) return this.#number();
    const word = this.#match(IDENTIFIER);
    if (WORDS.includes(word)) return null;
    if (word !== "") return `Unexpected identifier "${word}"`;
    return PUNCTUATION.includes(character)
      ? `Unexpected token '${character}'`
      : `Unrecognized token '${character}'`;
  }

  #array(): string | null {
    this.#at++;
    if (this.#next() === "]") {
      this.#at++;
      return null;
    }
    for (;;) {
      const mistake = this.#value();
      if (mistake !== null) return mistake;
      const after = this.#next();
      if (after === "]") {
        this.#at++;
        return null;
      }
      if (after !== ",") return "Expected ']'";
      this.#at++;
      if (this.#next() === "]") return "Unexpected comma at the end of array expression";
    }
  }

  #object(): string | null {
    this.#at++;
    if (this.#next() === "}") {
      this.#at++;
      return null;
    }
    if (this.#next() !== '"') return "Expected '}'";
    for (;;) {
      if (this.#next() !== '"') return "Property name must be a string literal";
      const name = this.#string();
      if (name !== null) return name;
      if (this.#next() !== ":") return "Expected ':' before value in object property definition";
      this.#at++;
      const mistake = this.#value();
      if (mistake !== null) return mistake;
      const after = this.#next();
      if (after === "}") {
        this.#at++;
        return null;
      }
      if (after !== ",") return "Expected '}'";
      this.#at++;
    }
  }

  #string(): string | null {
    this.#at++;
    for (;;) {
      const character = this.#text.charAt(this.#at++);
      if (character === '"') return null;
      if (character === "" || character < " ") return "Unterminated string";
      if (character !== "\\") continue;
      const escaped = this.#text.charAt(this.#at++);
      if (escaped === "") return "Unterminated string";
      if (escaped === "u") {
        if (!/^[\da-fA-F]{4}/.test(this.#text.slice(this.#at, this.#at + 4))) {
          return "\\u must be followed by 4 hex digits";
        }
        this.#at += 4;
      } else if (!'"\\/bfnrt'.includes(escaped)) {
        return `Invalid escape character ${escaped}`;
      }
    }
  }

  #number(): string | null {
    const start = this.#at;
    const digits = this.#match(NUMBER);
    if (digits === "") return "Invalid number";
    // After a leading zero nothing more belongs to the number.
    if (/^-?0\d/.test(digits)) {
      this.#at = start + digits.indexOf("0") + 1;
      return null;
    }
    if (this.#text.charAt(this.#at) === ".") {
      this.#at++;
      if (this.#match(/\d+/y) === "") return "Invalid digits after decimal point";
    }
    this.#match(/[eE][-+]?\d+/y);
    return null;
  }
}
