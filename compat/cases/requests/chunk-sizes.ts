// @covers Serve.Options.fetch
// @difference native-refusals uws
import { talk } from "./_talk.ts";
await talk({
  "bad size": "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\na\r\n0\r\n\r\n",
  "huge size": "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\na\r\n0\r\n\r\n",
});
