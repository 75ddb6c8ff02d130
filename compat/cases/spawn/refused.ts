// @covers Bun.spawn
const attempt = (name: string, ...given: unknown[]) => {
  for (const start of [Bun.spawn, Bun.spawnSync] as any[]) {
    try {
      start(...given);
      console.log(name, "started");
    } catch (error: any) {
      console.log(name, error.constructor.name, error.code, error.message, JSON.stringify(error));
    }
  }
};
attempt("nothing");
attempt("number", 1);
attempt("string", "ls");
attempt("null", null);
attempt("no cmd", {});
attempt("empty", []);
attempt("empty cmd", { cmd: [] });
attempt("missing", ["no-such-program"]);
attempt("missing with arguments", ["no-such-program", "a"]);
attempt("missing path", ["/no/such/program"]);
attempt("missing relative path", ["./no-such-program"]);
attempt("empty word", [""]);
attempt("not executable", ["/etc/passwd"]);
attempt("a directory", ["/etc"]);
attempt("missing directory", ["true"], { cwd: "/no/such/directory" });
attempt("NUL", ["true\0"]);
attempt("PATH", ["true"], { env: { PATH: "/no" } });
attempt("env", ["true"], { env: 5 });
attempt("stdin word", ["true"], { stdin: "text" });
attempt("stdin object", ["true"], { stdin: {} });
attempt("stdout word", ["true"], { stdout: "text" });
attempt("stdout true", ["true"], { stdout: true });
attempt("stdout blob", ["true"], { stdout: new Blob(["a"]) });
attempt("stdout view", ["true"], { stdout: new Uint8Array(1) });
attempt("stdio", ["true"], { stdio: "pipe" });
attempt("negative", ["true"], { stdout: -1 });
attempt("closed descriptor", ["true"], { stdout: 999 });
attempt("stdin from stdout", ["true"], { stdin: 1 });
attempt("stdout to stdin", ["true"], { stdout: 0 });
attempt("missing file", ["true"], { stdin: Bun.file("/no/such/file") });
try {
  Bun.spawn(["true"], { onExit: 5 as any });
} catch (error: any) {
  console.log(error.code, error.message);
}
try {
  Bun.spawn(["true"], { ipc() {}, serialization: "x" as any });
} catch (error: any) {
  console.log(error.code, error.message);
}
try {
  Bun.spawn(["true"]).send("x");
} catch (error: any) {
  console.log(error.code, error.message);
}
