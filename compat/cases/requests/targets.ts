// @covers Serve.Options.fetch
import { talk } from "./_talk.ts";
await talk({
  "absolute": "GET http://o.test/p?q=1 HTTP/1.1\r\nHost: a\r\n\r\n",
  "absolute without path": "GET http://o.test HTTP/1.1\r\nHost: a\r\n\r\n",
  "absolute https": "GET https://o.test/p HTTP/1.1\r\nHost: a\r\n\r\n",
  "connect": "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n",
  "two slashes": "GET //h/x HTTP/1.1\r\nHost: a\r\n\r\n",
  "dots": "GET /a/../../b HTTP/1.1\r\nHost: a\r\n\r\n",
});
