// @covers Serve.Options.fetch
// @difference repeated-host uws
import { talk } from "./_talk.ts";
await talk({
  "empty host": "GET / HTTP/1.1\r\nHost:\r\n\r\n",
  "two hosts": "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
});
