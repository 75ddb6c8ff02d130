// An instance, in production.
let port = "";
console.debug = (line: string) => {
  console.log(line);
  port = line.split(":").at(-1)!;
};
class App {
  port = 0;
  hostname = "127.0.0.1";
  development = false;
  greeting = "hi";
  fetch(req: Request) {
    return new Response("from a class");
  }
}
export default new App();
setTimeout(async () => {
  console.log(await (await fetch(`http://127.0.0.1:${port}/`)).text());
  process.exit(0);
}, 300);
