// @covers Serve.Options.fetch
// @difference node-parser node
import { talk } from "./_talk.ts";
await talk({
  "two equal": "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
  "two different": "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
  "empty": "POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n",
  "leading zero": "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 003\r\n\r\nabc",
});
