// @covers Serve.Options.fetch
// @difference http-1.0 uws
import { talk } from "./_talk.ts";
await talk({
  "HTTP/1.0": "GET / HTTP/1.0\r\nHost: a\r\n\r\n",
  "HTTP/1.0 without host": "GET / HTTP/1.0\r\n\r\n",
  "HTTP/1.0 keep-alive": "GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n",
  "HTTP/1.0 chunked": "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
});
