// @covers Bun.spawn
if (process.argv[2] === "child") {
  const kind: string = typeof Bun;
  console.log(kind, process.argv.slice(2).join(), await new Response(Bun.file(import.meta.path)).text().then((text) => text.length > 0));
} else {
  const child = Bun.spawn([process.execPath, import.meta.path, "child", "--flag"], { stdin: null });
  console.log(await child.stdout.text(), await child.exited);
  console.log(Bun.spawnSync([process.execPath, import.meta.path, "child"]).stdout.toString());
  console.log(Bun.spawnSync([process.execPath, "-e", "console.log(typeof Bun.serve)"]).stdout.toString());
}
