// @covers Bun.spawn
const said = (command: string, options: object = {}) => Bun.spawn(["sh", "-c", command], options).stdout.text();
console.log(await said("pwd", { cwd: "/" }));
console.log(await said("pwd", { cwd: null }) === `${process.cwd()}\n`);
console.log(await said("echo $0 $A $B $C.$D", { env: { A: "a", B: 5, C: undefined, D: null } }));
console.log(await said("echo $0", { argv0: "named" }));
console.log(await said("echo $0"));
process.env["SET_LATER"] = "later";
console.log(await said("echo .$SET_LATER."), await said("echo .$SET_LATER.", { env: process.env }));
console.log(await said("echo .$SET_LATER.", { env: { ...process.env, MORE: "x" } }));
const relative = Bun.spawn(["./sh", "-c", "echo relative"], { cwd: "/bin" });
console.log(await relative.stdout.text());
