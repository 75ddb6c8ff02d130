import type { Message, TransformFailure } from "esbuild";

/** The `SyntaxError` for what esbuild refused, shown as Bun shows it: the line, the error, the place. */
export function syntaxError(failure: TransformFailure, path: string): SyntaxError {
  const [first] = failure.errors;
  const error = new SyntaxError(first?.text ?? failure.message);
  error.stack = failure.errors.map((message) => describe(message, path)).join("\n\n");
  return error;
}

function describe({ text: message, location }: Message, path: string): string {
  const text = message.replace(/^Unexpected "(.+)"$/, "Unexpected $1");
  if (!location) return `error: ${text}\n    at ${path}`;
  const { line, column, lineText } = location;
  const gutter = `${line} | `;
  const frame = `${gutter}${lineText}\n${" ".repeat(gutter.length + column)}^`;
  return `${frame}\nerror: ${text}\n    at ${path}:${line}:${column + 1}`;
}

/** Whether something thrown by esbuild is its list of errors in the source. */
export function isTransformFailure(thrown: unknown): thrown is TransformFailure {
  return thrown instanceof Error && "errors" in thrown && Array.isArray(thrown.errors);
}
