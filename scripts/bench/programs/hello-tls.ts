/** The smallest server over TLS, with the files that `KEY` and `CERTIFICATE` name. */
const server = Bun.serve({
  port: 0,
  tls: { key: Bun.file(process.env["KEY"] ?? ""), cert: Bun.file(process.env["CERTIFICATE"] ?? "") },
  fetch() {
    return new Response("Hello, world!");
  },
});
console.log(server.port);
