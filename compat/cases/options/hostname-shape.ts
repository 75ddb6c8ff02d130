// @covers Serve.Options.hostname
// Texts that can be no host name; none of them is looked up.
for (const hostname of ["é.test", "user@host", "/run/app", "a,b", "1,2", "a+b", "a b", "a..b", "http://localhost", "127.0.0.1:80", "host?query"]) {
  try {
    Bun.serve({ port: 0, hostname, fetch: () => new Response("x") }).stop(true);
    console.log(hostname, "listens");
  } catch (error: any) {
    console.log(hostname, error.name, error.code, error.errno, error.message);
  }
}
