// @covers Serve.UnixServeOptions.unix
// Large pieces to a slow reader: the socket is full to the last byte now and then, and nothing may be lost.
import { createHash } from "node:crypto";
import http from "node:http";

const count = 60;
const server = Bun.serve({
  unix: "app.sock",
  fetch(request) {
    const size = Number(new URL(request.url).searchParams.get("size"));
    let sent = 0;
    return new Response(
      new ReadableStream({
        pull(controller) {
          controller.enqueue(new Uint8Array(size).fill(sent++));
          if (sent === count) controller.close();
        },
      }),
    );
  },
});
for (const size of [9_000, 16_384, 65_536, 100_000, 200_000]) {
  const expected = createHash("sha1");
  for (let at = 0; at < count; at++) expected.update(new Uint8Array(size).fill(at));
  const hash = createHash("sha1");
  let length = 0;
  await new Promise<void>((resolve, reject) => {
    http
      .get({ socketPath: "app.sock", path: `/?size=${size}` }, (response) => {
        response.on("data", (bytes: Buffer) => {
          hash.update(bytes);
          length += bytes.length;
          if (length % 7 === 0) return;
          response.pause();
          setTimeout(() => response.resume(), 1);
        });
        response.on("end", resolve);
        response.on("error", reject);
      })
      .on("error", reject);
  });
  console.log(size, length, hash.digest("hex") === expected.digest("hex"));
}
await server.stop(true);
