// @covers Serve.UnixServeOptions.unix
// The limit counts bytes.
for (const count of [53, 54])
  try {
    Bun.serve({ unix: "é".repeat(count), fetch: () => new Response("x") }).stop(true);
    console.log(count, "listens");
  } catch (error) {
    console.log(count, (error as NodeJS.ErrnoException).code);
  }
