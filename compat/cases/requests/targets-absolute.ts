// @covers Serve.Options.fetch
// @difference absolute-targets uws
import { talk } from "./_talk.ts";
await talk({
  "absolute": "GET http://o.test/p?q=1 HTTP/1.1\r\nHost: a\r\n\r\n",
  "absolute without path": "GET http://o.test HTTP/1.1\r\nHost: a\r\n\r\n",
  "absolute https": "GET https://o.test/p HTTP/1.1\r\nHost: a\r\n\r\n",
});
