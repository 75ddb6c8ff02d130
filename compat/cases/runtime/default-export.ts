// export default { fetch } starts a server and says so.
let port = "";
console.debug = (line: string) => {
  console.log(line);
  port = line.split(":").at(-1)!;
};
export default {
  port: 0,
  fetch(req: Request, server: { port: number }) {
    return new Response(`${new URL(req.url).pathname} ${server.port > 0}`);
  },
};
setTimeout(async () => {
  console.log(await (await fetch(`http://localhost:${port}/hello`)).text());
  process.exit(0);
}, 300);
