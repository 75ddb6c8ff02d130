// @covers Serve.Options.fetch
// @difference native-refusals uws
import { talk } from "./_talk.ts";
await talk({
  "negative": "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
  "plus": "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc",
  "hex": "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x3\r\n\r\nabc",
  "word": "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: abc\r\n\r\n",
  "list": "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3\r\n\r\nabc",
  "huge": "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
  "with chunked": "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
});
