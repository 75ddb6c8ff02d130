// @covers Serve.Options.fetch
// @difference chunk-ends uws
// @difference node-parser node
import { talk } from "./_talk.ts";
await talk({
  "trailer": "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-T: v\r\n\r\n",
  "no CRLF after data": "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcXX0\r\n\r\n",
});
