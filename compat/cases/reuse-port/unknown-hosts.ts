// @covers Serve.HostnamePortServeOptions.hostname
// Hosts that nobody can listen on: addresses of other machines, unknown names, and texts that are no names.
for (const hostname of ["no-such-host.invalid", "300.300.300.300", "fe80::1", "1.2.3.4", "2001:db8::1", "not a host", "x..y", "http://localhost"]) {
  try {
    Bun.serve({ port: 0, hostname, fetch: () => new Response() }).stop(true);
    console.log(hostname, "listens");
  } catch (error) {
    const { code, errno, syscall, message } = error as NodeJS.ErrnoException;
    console.log(hostname, code, errno, syscall, message);
  }
}
