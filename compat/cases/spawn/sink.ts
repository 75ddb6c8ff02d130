// @covers Bun.spawn
const cat = Bun.spawn(["cat"], { stdin: "pipe" });
const { stdin } = cat;
console.log(stdin.write("hello"), stdin.write(new Uint8Array([65, 66])), stdin.write("\n"), stdin.flush(), stdin.end());
console.log(JSON.stringify(await cat.stdout.text()), await cat.exited);
for (const piece of [undefined, null, 5, {}]) {
  const other = Bun.spawn(["cat"], { stdin: "pipe" });
  try {
    console.log(other.stdin.write(piece as any));
  } catch (error: any) {
    console.log(error.code, error.message);
  }
  other.stdin.end();
  await other.exited;
}
const large = Bun.spawn(["cat"], { stdin: "pipe" });
console.log(await large.stdin.write("x".repeat(300_000)));
large.stdin.end();
console.log((await large.stdout.text()).length, await large.exited);
const kept = Bun.spawn(["cat"], { stdin: "pipe" });
kept.stdin.write("not flushed");
kept.stdin.end();
console.log(await kept.stdout.text());
const talk = Bun.spawn(["sh", "-c", "while read line; do echo got $line; done"], { stdin: "pipe" });
const reader = talk.stdout.getReader();
for (const word of ["one", "two"]) {
  talk.stdin.write(`${word}\n`);
  talk.stdin.flush();
  console.log(JSON.stringify(Buffer.from((await reader.read()).value ?? []).toString()));
}
talk.stdin.end();
console.log((await reader.read()).done, await talk.exited);
const gone = Bun.spawn(["true"], { stdin: "pipe" });
await gone.exited;
console.log(await gone.stdin.end());
