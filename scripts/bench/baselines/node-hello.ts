/* What `programs/hello.ts` is, for node:http. */
import { createServer } from "node:http";

const server = createServer((_request, response) => {
  response.end("Hello, world!");
}).listen(0, () => {
  const address = server.address();
  if (typeof address === "object") console.log(address?.port);
});
