// @covers Serve.UnixServeOptions.unix
import { shown } from "./_ask.ts";

for (const length of [107, 108, 109, 112, 120, 150, 300])
  try {
    const server = Bun.serve({ unix: "x".repeat(length), fetch: () => new Response("x") });
    console.log(length, server.url.href.length);
    server.stop(true);
  } catch (error) {
    console.log(
      length,
      shown(error).replaceAll(/x{50,}/g, (text) => `<${text.length}>`),
    );
  }
