// @covers Serve.Options.port
const first = Bun.serve({ port: 0, fetch: () => new Response("x") });
try {
  Bun.serve({ port: first.port, fetch: () => new Response("x") });
  console.log("no error");
} catch (error: any) {
  console.log(error.constructor.name, error.name, error.code, error.syscall, typeof error.errno);
  console.log(error.message.replaceAll(String(first.port), "PORT"));
  console.log(error instanceof Error, Object.keys(error).sort().join());
}
first.stop(true);
