// @covers Serve.Options.fetch
import { listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

const dir = folder();
const extensions = [
  "html",
  "css",
  "js",
  "mjs",
  "ts",
  "tsx",
  "jsx",
  "json",
  "txt",
  "md",
  "png",
  "jpg",
  "gif",
  "svg",
  "webp",
  "ico",
  "pdf",
  "zip",
  "wasm",
  "xml",
  "mp3",
  "mp4",
  "webm",
  "woff",
  "woff2",
  "ttf",
  "csv",
  "bin",
  "gz",
  "toml",
  "yaml",
  "map",
  "webmanifest",
];
const types = [
  "foo/bar",
  "multipart/x",
  "application/json",
  "application/wasm",
  "application/x-y",
  "text/html",
  "image/x",
  "application/xml",
  "application/ld+json",
  "x",
  "font/z",
  "audio/z",
  "video/z",
];
const server = Bun.serve({
  ...listen(),
  fetch: (request) => {
    const [, kind, name = ""] = new URL(request.url).pathname.split("/");
    if (kind === "extension") return new Response(Bun.file(`${dir}/a.${name}`));
    const type = types[Number(name)] ?? "";
    return kind === "typed"
      ? new Response(Bun.file(`${dir}/a.bin`, { type }))
      : new Response(Bun.file(`${dir}/a.bin`), { headers: { "content-type": type } });
  },
});
for (const extension of extensions) {
  put(`${dir}/a.${extension}`);
  await reply(server, "GET", `/extension/${extension}`);
}
for (const i of types.keys()) {
  await reply(server, "GET", `/typed/${i}`);
  await reply(server, "GET", `/header/${i}`);
}
await server.stop(true);
