import { listen } from "../../client.ts";
import { get, head, loaded, outline, page, picture, site } from "./_site.ts";

/** A page that refers to files of every kind. */
function fullSite(): void {
  site({
    "index.html": `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Home</title>
    <link rel="icon" href="./favicon.ico">
    <link rel="stylesheet" href="./reset.css" />
    <link rel="stylesheet" href="https://cdn.example.com/x.css" />
    <link rel="stylesheet" href="./styles.css" media="screen" />
    <link rel="manifest" href="./site.webmanifest">
    <link rel="preload" as="font" href="./font.woff2">
  </head>
  <body class=foo data-x='1'>
    <div id="root">Hello &amp; <b>you</b></div>
    <img src="./logo.png" alt=logo srcset="./big.png">
    <img src="https://example.com/p.png"><img src="data:image/png;base64,AA==">
    <video src="./v.mp4" poster="./logo.png"></video>
    <script>globalThis.inline = 1 < 2;</script>
    <script src="https://cdn.example.com/x.js"></script>
    <script type="module" src="./main.ts"></script>
    <script src="./second.ts" defer></script>
    <script type="application/json" id="data">{"a": 1}</script>
  </body>
</html>
`,
    "favicon.ico": "icon",
    "font.woff2": "font",
    "site.webmanifest": '{"name":"x"}',
    "v.mp4": "mp4",
    "logo.png": picture,
    "big.png": new Uint8Array(200_000).fill(7),
    "reset.css": "* { margin: 0 }\n",
    "styles.css": '@import "./part.css";\n.big { background: url("./big.png") }\n',
    "part.css": ".part { color: green }\n",
    "main.ts": 'import logo from "./logo.png";\nglobalThis.result = ["main", logo];\n',
    "second.ts": 'globalThis.result.push("second" as string);\nexport {};\n',
  });
}

/** The files of that page which are served as they are. */
function assetsOf(html: string): string[] {
  const urls = [...html.matchAll(/(?:src|href|srcset|poster)="(\/[^"]+)"/g)].map(([, url = ""]) => url);
  return [...new Set(urls.filter((url) => !/\.(?:js|css)$/.test(url)))];
}

/** Serves that page, and tells of it and of all that it refers to. */
export async function tellFullSite(development: boolean | { hmr: boolean }): Promise<Bun.Server<unknown>> {
  fullSite();
  const server = Bun.serve({
    ...listen(),
    development,
    routes: { "/": await page("index.html") },
    fetch: () => new Response("fetch", { status: 404 }),
  });
  const { body } = await head(server, "/");
  console.log(outline(body));
  // Their names and tags are equal, too.
  for (const url of assetsOf(body)) {
    const { status, fields, body } = await get(server, url);
    console.log(url, status, fields["content-type"], fields["cache-control"], fields["etag"], fields["content-length"], body.length);
  }
  for (const url of loaded(body)) await head(server, url);
  return server;
}
