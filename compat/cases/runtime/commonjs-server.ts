// module.exports of a CommonJS program starts a server, too.
let port = "";
console.debug = (line: string) => {
  console.log(line);
  port = line.split(":").at(-1)!;
};
module.exports = {
  port: 0,
  hostname: "127.0.0.1",
  fetch(req: Request) {
    return new Response(`served ${new URL(req.url).pathname}`);
  },
};
setTimeout(async () => {
  console.log(await (await fetch(`http://127.0.0.1:${port}/x`)).text());
  process.exit(0);
}, 300);
