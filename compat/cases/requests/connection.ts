// @covers Serve.Options.fetch
// @difference close-among-options uws
import { talk } from "./_talk.ts";
await talk({
  "close": "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
  "Close": "GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n",
  "te, close": "GET / HTTP/1.1\r\nHost: a\r\nConnection: te, close\r\n\r\n",
  "keep-alive": "GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n",
  "upgrade": "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: foo\r\n\r\n",
});
