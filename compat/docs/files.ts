/** Files which Bun's pages take for granted. */
const certificate = "copy:compat/certificates";

export const tlsFiles: Record<string, string> = {
  "key.pem": `${certificate}/key.pem`,
  "cert.pem": `${certificate}/cert.pem`,
  "ca.pem": `${certificate}/cert.pem`,
  "ca1.pem": `${certificate}/cert1.pem`,
  "ca2.pem": `${certificate}/cert2.pem`,
};

export const staticFiles: Record<string, string> = {
  "logo.png": "not really a picture",
  "download.zip": "not really an archive",
  "hello.txt": "Hello from a file\n",
  "big-video.mp4": "0123456789".repeat(1000),
  "favicon.ico": "icon",
  "index.html": "<!DOCTYPE html>\n<title>Form</title>\n",
  "public/index.html": "<!DOCTYPE html>\n<title>Public</title>\n",
  "public/logo.svg": "<svg></svg>",
  "public/sub/index.html": "<!DOCTYPE html>\n<title>Sub</title>\n",
};

const html = (title: string, up: string): string => `<!DOCTYPE html>
<html>
  <head>
    <title>${title}</title>
    <link rel="stylesheet" href="${up}styles.css" />
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="${up}frontend.ts"></script>
  </body>
</html>
`;

/** Pages for the examples that import HTML, with one script and one style sheet. */
export const htmlFiles = (folder: string, up: string): Record<string, string> => ({
  [`${folder}index.html`]: html("Home", up),
  [`${folder}dashboard.html`]: html("Dashboard", up),
  "src/styles.css": "body {\n  color: red;\n}\n",
  "src/frontend.ts": 'const message: string = "hello";\ndocument.title = message;\n',
  "styles.css": "body {\n  color: red;\n}\n",
  "frontend.ts": 'const message: string = "hello";\ndocument.title = message;\n',
  "src/main.tsx": 'const message: string = "hello";\ndocument.title = message;\n',
});

/** As little of React as the examples need to be bundled. */
export const reactFiles: Record<string, string> = {
  "node_modules/react/package.json": '{"name":"react","version":"0.0.0"}',
  "node_modules/react/index.js":
    "exports.useState = (value) => [value, () => {}];\nexports.useEffect = () => {};\n",
  "node_modules/react/jsx-runtime.js": "exports.jsx = exports.jsxs = () => null;\n",
  "node_modules/react/jsx-dev-runtime.js": "exports.jsxDEV = () => null;\n",
  "node_modules/react-dom/package.json": '{"name":"react-dom","version":"0.0.0"}',
  "node_modules/react-dom/client.js": "exports.createRoot = () => ({ render() {} });\n",
  "src/styles.css": "body {\n  color: red;\n}\n",
};
