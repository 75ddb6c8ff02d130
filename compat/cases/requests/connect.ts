// @covers Serve.Options.fetch
// @difference absolute-targets uws
import { talk } from "./_talk.ts";
await talk({
  "connect": "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n",
});
