// @covers Serve.Options.routes
// Where the tags of the bundle go, in complete and incomplete documents.
import { listen } from "../../client.ts";
import { get, outline, page, site } from "./_site.ts";

const script = '<script src="m.js"></script>';
const documents = [
  "", "text", `<html><head></head><body>${script}</body></html>`, `<html><body>${script}</body></html>`, `<html>${script}</html>`,
  `<body>${script}`, `<head>${script}`, script + script, `<div>hi</div>\n${script}\n<p>after</p>\n`, "<p>no end &copy; <img src=x.png\n",
  "<!-- </head> --><head><script>\"</head>\"</script></head>", "<html><head></head><body></body><head></head></html>",
  `<!doctype html><HTML><HEAD><TITLE>x</TITLE></HEAD><BODY>${script}</BODY></HTML>`, `<table>${script}<tr><td>x</table>`,
  `<p><b>${script}<p>x</b>`, "<head></head>", "<head>\n</head\n>", '<head data-x="</head>"></head>', `\u00fc<head></head>\u{1f600}${script}`,
  "<html><head><link rel=stylesheet href=s.css></head></html>", "<!doctype html><title>x</title></head><body></body>", "<title></head></title><p>x", "<style></head></style>", "<body></body></html>", "<p></body ></html>",
  "<p title='</head>'>x", "</head></head>", "<noscript></head></noscript>", "<template></head></template>", "\r\n<head>\r\n</head>\r\n",
];
site({ "m.js": "console.log(1)", "s.css": "a{color:red}", ...Object.fromEntries(documents.map((text, index) => [`p${index}.html`, text])) });
const routes: Record<string, Bun.HTMLBundle> = {};
for (const index of documents.keys()) routes[`/${index}`] = await page(`p${index}.html`);
const server = Bun.serve({ ...listen(), development: false, routes });
for (const [index, text] of documents.entries()) {
  const { status, body } = await get(server, `/${index}`);
  console.log(JSON.stringify(text), "→", status.slice(9), JSON.stringify(outline(body)));
}
await server.stop(true);
