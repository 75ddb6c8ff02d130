// @covers Bun.file
import { print } from "./_print.ts";

const extensions = "txt html htm css js mjs cjs ts mts cts tsx jsx json json5 jsonl map md mdx xml svg png jpg jpeg gif webp avif ico bmp tiff heic apng mp3 mp4 m4a webm ogg wav flac aac opus mov wasm zip gz tgz tar bz2 xz 7z rar pdf doc docx xlsx csv tsv rtf ttf otf woff woff2 eot yaml yml toml ini conf log sh py rb rs go java c h cpp php sql exe dll bin dmg iso apk jar ics vcf epub rss atom webmanifest vtt srt m3u8 mpd glb gltf stl hbs coffee less sass scss styl key pages numbers org xsl TXT Html nothing";
for (const extension of extensions.split(" ")) print(extension, Bun.file(`a.${extension}`).type);
for (const name of ["Makefile", ".env", "a.tar.gz", "a.", "a.txt/b", "a.png?x=1", "html"]) print(name, Bun.file(name).type);
for (const type of ["x/y", "text/css", "TEXT/CSS", "text/html", "text/html; charset=x", "application/javascript", "text/jsx", "application/json", "multipart/form-data", "application/x-www-form-urlencoded", "é", "", "a b", "text/\n", 1, null])
  print(`type ${String(type)}`, [Bun.file("a.txt", { type: type as string }).type, Bun.file("a.txt").slice(0, 1, type as string).type]);
