/** The smallest server on a unix socket, which lies in the folder `SOCKETS`. */
const unix = `${process.env["SOCKETS"]}/bench-${process.pid}.sock`;
Bun.serve({
  unix,
  fetch() {
    return new Response("Hello, world!");
  },
});
console.log(unix);
