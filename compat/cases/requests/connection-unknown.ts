// @covers Serve.Options.fetch
// @difference connection-options uws
import { talk } from "./_talk.ts";
await talk({
  "hello": "GET / HTTP/1.1\r\nHost: a\r\nConnection: hello\r\n\r\n",
});
