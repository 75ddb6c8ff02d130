// @covers Bun.spawn
const echo = async (stdin: any) => {
  const process = Bun.spawn(["cat"], { stdin });
  return `${JSON.stringify(await process.stdout.text())} ${await process.exited} ${process.stdin === undefined}`;
};
const bytes = new TextEncoder().encode("bytes");
console.log("bytes", await echo(bytes));
console.log("buffer", await echo(bytes.buffer));
console.log("view", await echo(new DataView(bytes.buffer, 1, 2)));
console.log("blob", await echo(new Blob(["blob"])));
console.log("response", await echo(new Response("response")));
console.log("empty response", await echo(new Response(null)));
console.log("request", await echo(new Request("http://a/", { method: "POST", body: "request" })));
console.log("null", await echo(null));
console.log("ignore", await echo("ignore"));
console.log("undefined", await echo(undefined));
console.log("file", await echo(Bun.file(new URL("./_input.txt", import.meta.url).pathname)));
const stream = new ReadableStream({
  start(controller) {
    controller.enqueue("a ");
    controller.enqueue(new Uint8Array([66]));
    controller.close();
  },
});
console.log("stream", await echo(stream));
const used = new Response("x");
await used.text();
try {
  Bun.spawn(["cat"], { stdin: used });
} catch (error: any) {
  console.log(error.code, error.message);
}
