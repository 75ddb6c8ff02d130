// @covers FileSystemRouter.match, FileSystemRouter.reload, FileSystemRouter.routes
// Pages by their paths.
import { join } from "node:path";

const dir = join(import.meta.dir, "_pages");
const router = new Bun.FileSystemRouter({ style: "nextjs", dir, origin: "https://example.org", assetPrefix: "static/" });
const short = (text: string): string => text.replaceAll(import.meta.dir, "");
console.log(router.style, router.origin, router.assetPrefix);
console.log(short(JSON.stringify(router.routes, null, 1)));

const paths = ["/", "", "/index", "/about", "/about/", "//about", "/ABOUT", "about", "/blog", "/blog/new", "/blog/some%20post", "/blog/é", "/blog/a/b", "/docs", "/docs/a/b", "/files", "/files/a/b", "/note", "/nowhere", "/blog/x?a=1&a=2&slug=z&b=", "http://host/blog/y?q=1"];
for (const path of paths) {
  const match = router.match(path);
  console.log(path, match && short(JSON.stringify([match.filePath, match.kind, match.name, match.pathname, match.params, match.query, match.src])));
}
console.log(router.match(new Request("http://host/blog/asked?a=1"))?.query);

const plain = new Bun.FileSystemRouter({ style: "nextjs", dir, fileExtensions: [".tsx"] });
console.log(Object.keys(plain.routes), plain.match("/")?.src, plain.match("/about"), plain.origin);

const failure = (name: string, run: () => unknown): void => {
  try {
    console.log(name, run());
  } catch (error) {
    console.log(name, error instanceof Error ? short(`${error.name}: ${error.message}`) : error);
  }
};
failure("no folder", () => new Bun.FileSystemRouter({ style: "nextjs", dir: join(dir, "nowhere") }));
failure("no style", () => new Bun.FileSystemRouter({ dir } as never));
failure("other style", () => new Bun.FileSystemRouter({ style: "other", dir } as never));
failure("no options", () => new Bun.FileSystemRouter(undefined as never));
failure("no dir", () => new Bun.FileSystemRouter({ style: "nextjs" } as never));
failure("number", () => router.match(5 as never));

using server = Bun.serve({
  port: 0,
  fetch(request) {
    const match = router.match(request);
    return match === null ? new Response("none", { status: 404 }) : Response.json([match.name, match.params]);
  },
});
for (const path of ["/", "/blog/served?x=1", "/nowhere"]) console.log(await (await fetch(new URL(path, server.url))).text());
