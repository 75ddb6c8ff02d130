// @covers $
// Commands of a shell.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $ } from "bun";

const folder = await mkdtemp(join(tmpdir(), "shell-"));
process.chdir(folder);
await Bun.write("a b.txt", "1");
await Bun.write("d.md", "2");
await Bun.write("j.json", '{"x":1}');

const show = async (name: string, run: () => unknown): Promise<void> => {
  try {
    console.log(name, JSON.stringify(await run()));
  } catch (error) {
    if (error instanceof $.ShellError) console.log(name, error.name, error.message, error.exitCode, String(error.stdout), String(error.stderr));
    else console.log(name, error instanceof Error ? error.message : error);
  }
};

await show("text", () => $`echo hello`.text());
await show("words", () => $`printf '%s|' ${"a b; rm -rf /"} ${"$(x)"} ${"it's"} ${""} ${5} ${"*"}`.text());
await show("list", () => $`printf '%s|' ${["a b", "c", 1]}`.text());
await show("raw", () => $`echo ${{ raw: "*.md" }}`.text());
await show("parts", () => $`echo pre${"x y"}post ${"k"}=${"v w"} "in ${"$q"} quotes" 'in ${"it's"} others'`.text());
await show("object", () => $`echo ${{ a: 1 } as never}`.text());
await show("no template", () => ($ as unknown as (text: string) => unknown)("echo"));
await show("glob", () => $`echo *.md`.text());
await show("braces", () => $`echo {a,b}{1,2}`.text());
await show("variables", () => $`FOO=bar; echo $FOO; echo \${FOO} "\$FOO"`.text());
await show("substitution", () => $`echo $(echo in) "$(echo quoted)"`.text());
await show("pipe", () => $`echo hi | tr a-z A-Z`.text());
await show("chains", () => $`false || echo no && echo yes`.text());
await show("files", async () => {
  await $`echo content > out.tmp; echo more >> out.tmp`;
  return $`cat out.tmp`.text();
});
await show("json", () => $`cat j.json`.json());
await show("lines", () => Array.fromAsync($`printf 'a\nb'`.lines()));
await show("bytes", async () => [[...(await $`echo x`.bytes())], (await $`echo x`.blob()).size]);
await show("into bytes", async () => {
  const bytes = Buffer.alloc(5);
  await $`echo hi > ${bytes}`;
  return bytes.toString();
});
await show("into a file", async () => {
  await $`echo hi > ${Bun.file("f.tmp")}`;
  return Bun.file("f.tmp").text();
});
await show("from a response", () => $`cat < ${new Response("response")}`.text());
await show("from bytes", () => $`cat < ${Buffer.from("bytes")} | wc -c`.text().then((text) => text.trim()));
await show("from a file", () => $`cat < ${Bun.file("j.json")}`.text());
await show("output", async () => {
  const { stdout, stderr, exitCode } = await $`echo out; echo err 1>&2`.quiet();
  return [String(stdout), String(stderr), exitCode];
});
await show("failure", () => $`echo out; exit 3`.quiet());
await show("unknown", () => $`no_such_command_here`.quiet());
await show("nothrow", async () => (await $`exit 3`.nothrow().quiet()).exitCode);
await show("cwd", () => $`pwd`.cwd("/").text());
await show("env", () => $`echo $A`.env({ A: "1" }).text());
await show("escape", () => [$.escape("plain"), $.escape("a b"), $.escape('q"'), $.escape("$x")]);
await show("$.braces", () => [$.braces("a{b,c{d,e}}f"), $.braces("x")]);
await show("together", () => Promise.all([$`echo 1`.text(), $`echo 2`.text()]));

const later = $`echo started > started.tmp`;
await Bun.sleep(50);
console.log(await Bun.file("started.tmp").exists(), later instanceof Promise);
await later;
console.log(await Bun.file("started.tmp").exists());

const shell = new $.Shell();
shell.nothrow().cwd("/");
console.log((await shell`pwd; exit 4`.quiet()).exitCode);
await $`echo printed`;
await rm(folder, { recursive: true });
