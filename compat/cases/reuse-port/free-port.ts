// @covers Serve.HostnamePortServeOptions.reusePort
for (const hostname of ["127.0.0.1", "::1", undefined]) {
  const server = Bun.serve({ port: 0, hostname, reusePort: true, fetch: () => new Response("x") });
  const { address, family } = server.address as { address: string; family: string };
  console.log(hostname, (server.port ?? 0) > 0, address, family, await (await fetch(server.url)).text());
  await server.stop(true);
}
process.exit(0);
