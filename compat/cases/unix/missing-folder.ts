// @covers Serve.UnixServeOptions.unix
import { writeFileSync } from "node:fs";
import { shown } from "./_ask.ts";

writeFileSync("file", "");
for (const unix of [
  "no/such/app.sock",
  "file/app.sock",
  "/proc/app.sock",
  "file:///tmp/app.sock",
  "unix:///tmp/app.sock",
])
  try {
    Bun.serve({ unix, fetch: () => new Response("x") });
  } catch (error) {
    console.log(shown(error));
  }
