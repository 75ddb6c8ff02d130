// @covers Serve.Options.fetch
// @difference chunk-extensions uws
import { talk } from "./_talk.ts";
await talk({
  "extension": "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\n\r\n",
  "on the last": "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0;x\r\n\r\n",
});
