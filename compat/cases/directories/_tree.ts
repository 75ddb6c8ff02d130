import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { folder, put } from "../files/_reply.ts";

/** A tree with a folder to serve (`public`), something beside it, and links of every kind. */
export function tree(): { root: string; served: string } {
  const root = folder();
  const served = `${root}/public`;
  const files = [
    "secret.txt",
    "public/a.txt",
    "public/index.html",
    "public/sub/index.html",
    "public/sub/b.js",
    "public/noindex/x.css",
    "public/a b.txt",
    "public/ü.txt",
    "public/a%20b.txt",
    "public/a+b.txt",
    "public/.hidden",
    "public/.well-known/x",
    "public/a;b",
    "public/~t",
    "public/ix/index.html/deep",
    "public/%41",
    "public/back\\slash",
    "public/q?x",
    "public/h#x",
    "public/col:on",
    "public/at@x",
    "public/br[x]",
    "public/q'x",
    "public/amp&x",
    "public/star*",
    "public/pipe|x",
    "public/café/x.txt",
    "public/A.TXT",
    "public/..a",
    "public/...",
    'public/quote"x',
    "public/less<x",
    "public/tick`x",
    "public/hat^x",
    "public/curly{x}",
    "public/new\nline",
  ];
  for (const file of files) {
    mkdirSync(path.dirname(`${root}/${file}`), { recursive: true });
    put(`${root}/${file}`, `content of ${path.basename(file)}`);
  }
  put(`${served}/empty.txt`, "");
  put(`${served}/big.bin`, new Uint8Array(300_000).fill(66));
  const links: Record<string, string> = {
    inside: "a.txt",
    outside: "../secret.txt",
    absolute: `${root}/secret.txt`,
    "absolute-in-root": "/a.txt",
    clamped: "../../../../../../a.txt",
    "folder-outside": root,
    "folder-inside": "sub",
    dangling: "nope",
    loop: "loop",
    "absolute-inside": `${served}/a.txt`,
    "sub/up": "../a.txt",
    "sub/up-up": "../../a.txt",
    chain: "folder-inside/up",
    dot: "./sub/./b.js",
    "to-root": "/",
    slash: "sub/",
  };
  for (const [link, target] of Object.entries(links)) symlinkSync(target, `${served}/${link}`);
  return { root, served };
}
