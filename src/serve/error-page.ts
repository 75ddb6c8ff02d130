const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The page that shows an error to the developer: self-contained, and with nothing in it that is not text. */
export function errorPage(method: string, path: string, error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${name}: ${message}`)}</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.25rem; overflow-wrap: anywhere; }
h1 b { color: light-dark(#b3261e, #ff8a80); }
p { opacity: .75; overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: 1rem; border: 1px solid light-dark(#ddd, #444); border-radius: .5rem; font-size: .875rem; }
</style>
</head>
<body>
<h1><b>${escaped(name)}</b>: ${escaped(message)}</h1>
<p>${escaped(method)} ${escaped(path)} failed</p>
${stack === "" ? "" : `<pre>${escaped(stack)}</pre>`}
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
